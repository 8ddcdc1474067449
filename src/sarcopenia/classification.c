/* classification: see classification.h. */
#include "sarcopenia/classification.h"

/* What is known of one criterion of one person. */
typedef enum criterion_state
{
	CRITERION_ABSENT,	/* not part of the question: other index, or no cut-off applies */
	CRITERION_MISSING,	/* not measured */
	CRITERION_UNDECIDED, /* measured, but the cut-offs that could apply disagree */
	CRITERION_NORMAL,
	CRITERION_LOW,
	N_CRITERION_STATES
} criterion_state;

static bool
could_apply(const cutoff *row, const person *p)
{
	return (p->sex == UNKNOWN || row->sexes & (1u << p->sex)) &&
		(p->modality == UNKNOWN || row->modalities & (1u << p->modality));
}

static bool
is_low(const cutoff *row, double value)
{
	switch (row->operator)
	{
		case BELOW:
			return value < row->value;
		case AT_MOST:
			return value <= row->value;
		case ABOVE:
			return value > row->value;
		case AT_LEAST:
			return value >= row->value;
	}
	return false;
}

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

/* Step 1: one criterion, whose rows are first..end - 1. */
static criterion_state
state_of_criterion(const cutoff *rows, int first, int end, const person *p,
				   const classification_options *options)
{
	const criterion *asked = rows[first].criterion;
	int			n_candidates = 0;
	int			n_low = 0;

	if (options->mass != MASS_ANY && asked->mass != MASS_ANY && asked->mass != options->mass)
		return CRITERION_ABSENT;
	for (int i = first; i < end; i++)
		if (could_apply(&rows[i], p))
		{
			n_candidates++;
			n_low += is_low(&rows[i], p->value[asked->measured]);
		}
	if (n_candidates == 0)
		return CRITERION_ABSENT;
	if (asked->test != UNKNOWN && is_unable(p, asked->test))
		return CRITERION_LOW;
	if (!is_measured(p, asked->measured))
		return CRITERION_MISSING;
	if (n_low == 0)
		return CRITERION_NORMAL;
	return n_low == n_candidates ? CRITERION_LOW : CRITERION_UNDECIDED;
}

/* Step 2: the components, from how many of their criteria are in which state. */
static int
finding_of_component(const int *n_in_state, bool strict)
{
	if (n_in_state[CRITERION_LOW] > 0)
		return LOW;
	if (n_in_state[CRITERION_UNDECIDED] > 0 || n_in_state[CRITERION_NORMAL] == 0)
		return UNKNOWN;
	if (strict && n_in_state[CRITERION_MISSING] > 0)
		return UNKNOWN;
	return NORMAL;
}

static void
find_components(const sarcopenia_definition *definition, const person *p,
				const classification_options *options, int *findings)
{
	int			n_in_state[N_COMPONENTS][N_CRITERION_STATES] = {{0}};

	for (int first = 0, end; first < definition->n_cutoffs; first = end)
	{
		end = end_of_criterion(definition, first);
		n_in_state[definition->cutoffs[first].component]
				  [state_of_criterion(definition->cutoffs, first, end, p, options)]++;
	}
	for (component c = 0; c < N_COMPONENTS; c++)
		findings[c] = finding_of_component(n_in_state[c], options->strict);
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

/* Step 3: all completions of the unknown components. */
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

static bool
check_mass_criterion(const sarcopenia_definition *definition, mass_criterion wanted, status *st)
{
	static const char *const labels[] = MASS_CRITERION_LABELS;

	if (wanted == MASS_ANY)
		return true;
	for (int i = 0; i < definition->n_cutoffs; i++)
		if (definition->cutoffs[i].criterion->mass == wanted)
			return true;
	status_fail(st, FAULT_INVALID_PARAMETER, "%s has no cut-off for mass_criterion \"%s\"",
				definition->code, labels[wanted]);
	status_hint(st, "sarcopenia_cutoffs() lists the criteria of each definition.");
	return false;
}

bool
classify(const sarcopenia_definition *definition, const person *p,
		 const classification_options *options, class_range *range, status *st)
{
	int			findings[N_COMPONENTS];

	if (!check_mass_criterion(definition, options->mass, st))
		return false;
	find_components(definition, p, options, findings);
	*range = range_of_classes(definition, findings);
	return true;
}

int
established_class(const class_range *range)
{
	if (range->mildest == range->severest || range->mildest > CLASS_NONE)
		return range->mildest;
	return UNKNOWN;
}

static const char *
note_of(criterion_state state, bool unable, const person *p)
{
	if (unable)
		return "could not be performed";
	switch (state)
	{
		case CRITERION_ABSENT:
			return "no cut-off for this modality";
		case CRITERION_MISSING:
			return "not measured";
		case CRITERION_UNDECIDED:
			return p->sex == UNKNOWN ? "undecided: sex is not known"
									 : "undecided: modality is not known";
		default:
			return NULL;
	}
}

int
gather_evidence(const sarcopenia_definition *definition, const person *p,
				const classification_options *options, evidence *lines)
{
	int			findings[N_COMPONENTS];
	int			n = 0;

	find_components(definition, p, options, findings);
	for (int first = 0, end; first < definition->n_cutoffs; first = end)
	{
		const cutoff *rows = definition->cutoffs;
		const criterion *asked = rows[first].criterion;
		bool		unable = asked->test != UNKNOWN && is_unable(p, asked->test);
		criterion_state state;
		evidence	line = {.component = rows[first].component, .criterion = asked};

		end = end_of_criterion(definition, first);
		state = state_of_criterion(rows, first, end, p, options);
		line.component_finding = findings[line.component];
		line.measured = is_measured(p, asked->measured);
		line.value = p->value[asked->measured];
		line.finding = UNKNOWN;
		line.note = note_of(state, unable, p);
		if (state == CRITERION_ABSENT)
		{
			/* Another index was asked for: not part of the evidence. */
			if (line.measured && (options->mass == MASS_ANY || asked->mass == options->mass))
				lines[n++] = line;
			continue;
		}
		for (int i = first; i < end; i++)
			if (could_apply(&rows[i], p))
			{
				line.cutoff = &rows[i];
				if (unable)
					line.finding = LOW;
				else if (line.measured)
					line.finding = is_low(&rows[i], line.value) ? LOW : NORMAL;
				lines[n++] = line;
			}
	}
	return n;
}
