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
		int modality, int age)
{
	for (int first = 0, end; first < definition->n_cutoffs; first = end)
	{
		const cutoff *rows = definition->cutoffs;
		compiled_criterion *criterion = &compiled->criteria[compiled->n_criteria++];

		end = end_of_criterion(definition, first);
		criterion->asked = rows[first].criterion;
		criterion->component = rows[first].component;
		criterion->alternate = rows[first].alternate;
		criterion->first_row = first;
		criterion->end_row = end;
		for (int i = first; i < end; i++)
			if (could_apply(&rows[i], of_sex, modality, age))
				add_cutoff(criterion, &rows[i]);
	}
	for (int s = UNKNOWN; s <= LOW && definition->n_cutoffs > 0; s++)
		for (int m = UNKNOWN; m <= LOW; m++)
			for (int f = UNKNOWN; f <= LOW; f++)
				compiled->ranges[FINDING_PLACE(s)][FINDING_PLACE(m)][FINDING_PLACE(f)] =
					range_of_classes(definition, (int[]){s, m, f});
	compiled->definition = definition;
}

applicability
band_of(const sarcopenia_definition *definition, const person *p, int *band)
{
	*band = UNKNOWN;
	if (definition->n_cutoffs == 0)
		return CONCEPT_ONLY;
	if (definition->n_age_bands == 0)
		return APPLIES;
	if (!is_measured(p, AGE))
		return APPLIES_IF_OLD_ENOUGH;
	if (p->value[AGE] < definition->age_bands[0])
		return TOO_YOUNG;
	*band = definition->n_age_bands - 1;
	while (p->value[AGE] < definition->age_bands[*band])
		(*band)--;
	return APPLIES;
}

definition_tables *
tables_of(definition_code code)
{
	static definition_tables all[N_DEFINITIONS];

	all[code].definition = definition_at(code);
	return &all[code];
}

const compiled_definition *
compiled_for(definition_tables *tables, int of_sex, int modality, int band)
{
	compiled_definition *compiled = &tables->compiled[of_sex + 1][modality + 1][band + 1];

	if (compiled->definition == NULL)
		compile(compiled, tables->definition, of_sex, modality,
				band == UNKNOWN ? UNKNOWN : tables->definition->age_bands[band]);
	return compiled;
}
