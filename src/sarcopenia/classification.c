/* classification: see classification.h. */
#include "sarcopenia/classification.h"

/*
 * What is known of one criterion of one person. The order matters:
 * state_of_criterion() computes with it.
 */
typedef enum criterion_state
{
	CRITERION_ABSENT,	/* not part of the question: other index, or no cut-off applies */
	CRITERION_MISSING,	/* not measured */
	CRITERION_UNDECIDED, /* measured, but the cut-offs that could apply disagree */
	CRITERION_NORMAL,
	CRITERION_LOW
} criterion_state;

/* Step 1: one criterion. */
static inline criterion_state
state_of_criterion(const compiled_criterion *criterion, const person *p,
				   const classification_options *options)
{
	const struct criterion *asked = criterion->asked;
	double		turned;
	int			measured;
	int			by_all;
	int			by_any;

	if (!criterion->has_cutoff ||
		(options->mass != MASS_ANY && asked->mass != MASS_ANY && asked->mass != options->mass))
		return CRITERION_ABSENT;
	if (p->unable != 0 && asked->test != UNKNOWN && is_unable(p, asked->test))
		return CRITERION_LOW;

	/*
	 * By arithmetic on the order of the states, since the processor cannot
	 * guess what was measured: not measured is MISSING, else NORMAL, from which
	 * low by any cut-off goes down to UNDECIDED, and low by all up to LOW.
	 */
	turned = criterion->turn * p->value[asked->measured];
	measured = is_measured(p, asked->measured);
	by_any = turned < criterion->any_low;
	by_all = turned < criterion->all_low;
	return CRITERION_MISSING + measured * (CRITERION_NORMAL - CRITERION_MISSING -
										   by_any * (CRITERION_NORMAL - CRITERION_UNDECIDED) +
										   by_all * (CRITERION_LOW - CRITERION_UNDECIDED));
}

/* Step 2: the components, from which states their criteria are in. */
static void
find_components(const compiled_definition *compiled, const person *p,
				const classification_options *options, int *findings)
{
	unsigned	seen[N_COMPONENTS] = {0}; /* bit s: some criterion is in state s */

	for (int i = 0; i < compiled->n_criteria; i++)
	{
		const compiled_criterion *criterion = &compiled->criteria[i];

		seen[criterion->component] |= 1u << state_of_criterion(criterion, p, options);
	}
	for (component c = 0; c < N_COMPONENTS; c++)
	{
		unsigned	not_normal = 1u << CRITERION_UNDECIDED |
			(options->strict ? 1u << CRITERION_MISSING : 0);

		if (seen[c] & 1u << CRITERION_LOW)
			findings[c] = LOW;
		else if (seen[c] & 1u << CRITERION_NORMAL && !(seen[c] & not_normal))
			findings[c] = NORMAL;
		else
			findings[c] = UNKNOWN;
	}
}

bool
check_options(definition_code code, const classification_options *options, status *st)
{
	static const char *const labels[] = MASS_CRITERION_LABELS;
	const sarcopenia_definition *definition = definition_at(code);
	mass_criterion wanted = options->mass;

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
classify(definition_code code, const person *p, const classification_options *options,
		 class_range *range, status *st)
{
	const compiled_definition *compiled = compiled_for(code, p->sex, p->modality);
	int			findings[N_COMPONENTS];

	if (!check_options(code, options, st))
		return false;
	find_components(compiled, p, options, findings);

	/* Step 3, done for every case when the definition was compiled. */
	*range = compiled->ranges[FINDING_PLACE(findings[STRENGTH])][FINDING_PLACE(findings[MASS])]
							 [FINDING_PLACE(findings[PERFORMANCE])];
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
gather_evidence(definition_code code, const person *p, const classification_options *options,
				evidence *lines)
{
	const compiled_definition *compiled = compiled_for(code, p->sex, p->modality);
	int			findings[N_COMPONENTS];
	int			n = 0;

	find_components(compiled, p, options, findings);
	for (int i = 0; i < compiled->n_criteria; i++)
	{
		const compiled_criterion *criterion = &compiled->criteria[i];
		const struct criterion *asked = criterion->asked;
		bool		unable = asked->test != UNKNOWN && is_unable(p, asked->test);
		criterion_state state = state_of_criterion(criterion, p, options);
		evidence	line = {.component = criterion->component, .criterion = asked};

		line.component_finding = findings[line.component];
		line.measured = is_measured(p, asked->measured);
		line.value = p->value[asked->measured];
		line.finding = UNKNOWN;
		line.note = note_of(state, unable, p);
		if (state == CRITERION_ABSENT)
		{
			/* Another index was asked for: not part of the evidence. */
			if (line.measured && !criterion->has_cutoff &&
				(options->mass == MASS_ANY || asked->mass == options->mass))
				lines[n++] = line;
			continue;
		}
		for (int row = criterion->first_row; row < criterion->end_row; row++)
		{
			const cutoff *cutoff = &compiled->definition->cutoffs[row];

			if (!could_apply(cutoff, p->sex, p->modality))
				continue;
			line.cutoff = cutoff;
			if (unable)
				line.finding = LOW;
			else if (line.measured)
				line.finding = cutoff_turn(cutoff) * line.value < cutoff_edge(cutoff) ? LOW : NORMAL;
			lines[n++] = line;
		}
	}
	return n;
}
