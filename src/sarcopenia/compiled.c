/* compiled: see compiled.h. */
#include "sarcopenia/compiled.h"

/* Rows of one criterion of one component stand together in a table. */
static int
end_of_criterion(const sarcopenia_definition *definition, int first)
{
	const cutoff *rows = definition->cutoffs;
	int			next = first + 1;

	while (next < definition->n_cutoffs && rows[next].criterion == rows[first].criterion &&
		   rows[next].component == rows[first].component)
		next++;
	return next;
}

static void
add_cutoff(compiled_criterion *criterion, const cutoff *row)
{
	double		edge = cutoff_edge(row);

	if (!criterion->has_cutoff || edge < criterion->all_low)
		criterion->all_low = edge;
	if (!criterion->has_cutoff || edge > criterion->any_low)
		criterion->any_low = edge;
	criterion->turn = cutoff_turn(row);
	criterion->has_cutoff = true;
}

static bool
fits(finding wanted, finding found)
{
	return wanted == ANY || wanted == found;
}

static sarcopenia_class
class_of(const sarcopenia_definition *definition, finding strength, finding mass,
		 finding performance)
{
	const class_rule *rule = definition->rules;

	while (!fits(rule->strength, strength) || !fits(rule->mass, mass) ||
		   !fits(rule->performance, performance))
		rule++;
	return rule->class;
}

/* The classes of all completions of the unknown findings. */
static class_range
range_of_classes(const sarcopenia_definition *definition, const int *findings)
{
	class_range range = {N_CLASSES, CLASS_NONE};
	finding		low[N_COMPONENTS];
	finding		high[N_COMPONENTS];

	for (component c = 0; c < N_COMPONENTS; c++)
	{
		low[c] = findings[c] == UNKNOWN ? NORMAL : (finding) findings[c];
		high[c] = findings[c] == UNKNOWN ? LOW : (finding) findings[c];
	}
	for (finding s = low[STRENGTH]; s <= high[STRENGTH]; s++)
		for (finding m = low[MASS]; m <= high[MASS]; m++)
			for (finding f = low[PERFORMANCE]; f <= high[PERFORMANCE]; f++)
			{
				sarcopenia_class class = class_of(definition, s, m, f);

				if (class < range.mildest)
					range.mildest = class;
				if (class > range.severest)
					range.severest = class;
			}
	return range;
}

static void
compile(compiled_definition *compiled, const sarcopenia_definition *definition, int of_sex,
		int modality)
{
	for (int first = 0, end; first < definition->n_cutoffs; first = end)
	{
		const cutoff *rows = definition->cutoffs;
		compiled_criterion *criterion = &compiled->criteria[compiled->n_criteria++];

		end = end_of_criterion(definition, first);
		criterion->asked = rows[first].criterion;
		criterion->component = rows[first].component;
		criterion->first_row = first;
		criterion->end_row = end;
		for (int i = first; i < end; i++)
			if (could_apply(&rows[i], of_sex, modality))
				add_cutoff(criterion, &rows[i]);
	}
	for (int s = UNKNOWN; s <= LOW; s++)
		for (int m = UNKNOWN; m <= LOW; m++)
			for (int f = UNKNOWN; f <= LOW; f++)
				compiled->ranges[FINDING_PLACE(s)][FINDING_PLACE(m)][FINDING_PLACE(f)] =
					range_of_classes(definition, (int[]){s, m, f});
	compiled->definition = definition;
}

const compiled_definition *
compiled_for(definition_code code, int of_sex, int modality)
{
	static compiled_definition all[N_DEFINITIONS][N_SEXES + 1][N_MODALITIES + 1];
	compiled_definition *compiled = &all[code][of_sex + 1][modality + 1];

	if (compiled->definition == NULL)
		compile(compiled, definition_at(code), of_sex, modality);
	return compiled;
}
