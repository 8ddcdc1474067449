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

/* The criterion that decides each component, as a choice of its enum; 0: any. */
static inline void
get_wanted(const classification_options *options, int *wanted)
{
	wanted[STRENGTH] = options->strength;
	wanted[MASS] = options->mass;
	wanted[PERFORMANCE] = ANY_CRITERION;
}

/* Whether a criterion may decide: one asked for by name, or else any that is no alternative. */
static inline bool
is_wanted(const compiled_criterion *criterion, const int *wanted)
{
	int			choice = wanted[criterion->component];

	return choice == ANY_CRITERION ? !criterion->alternate : criterion->asked->choice == choice;
}

/* Step 1: one criterion. */
static inline criterion_state
state_of_criterion(const compiled_criterion *criterion, const person *p,
				   const int *wanted)
{
	const struct criterion *asked = criterion->asked;
	double		turned;
	int			measured;
	int			by_all;
	int			by_any;

	if (!criterion->has_cutoff || !is_wanted(criterion, wanted))
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
	int			wanted[N_COMPONENTS];

	get_wanted(options, wanted);
	for (int i = 0; i < compiled->n_criteria; i++)
	{
		const compiled_criterion *criterion = &compiled->criteria[i];

		seen[criterion->component] |= 1u << state_of_criterion(criterion, p, wanted);
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

static bool
has_criterion(const sarcopenia_definition *definition, component of, int choice)
{
	for (int i = 0; i < definition->n_cutoffs; i++)
		if (definition->cutoffs[i].component == of &&
			definition->cutoffs[i].criterion->choice == choice)
			return true;
	return false;
}

static inline const class_range *
range_for(const compiled_definition *compiled, const int *findings)
{
	return &compiled->ranges[FINDING_PLACE(findings[STRENGTH])][FINDING_PLACE(findings[MASS])]
							[FINDING_PLACE(findings[PERFORMANCE])];
}

bool
check_options(const sarcopenia_definition *definition, const classification_options *options,
			  status *st)
{
	static const char *const mass_labels[] = MASS_CRITERION_LABELS;
	static const char *const strength_labels[] = STRENGTH_CRITERION_LABELS;

	if (options->mass != MASS_ANY && !has_criterion(definition, MASS, options->mass))
		status_fail(st, FAULT_INVALID_PARAMETER, "%s has no cut-off for mass_criterion \"%s\"",
					definition->code, mass_labels[options->mass]);
	else if (options->strength != STRENGTH_ANY &&
			 !has_criterion(definition, STRENGTH, options->strength))
		status_fail(st, FAULT_INVALID_PARAMETER,
					"%s has no cut-off for strength_criterion \"%s\"", definition->code,
					strength_labels[options->strength]);
	else
		return true;
	status_hint(st, "sarcopenia_cutoffs() lists the criteria of each definition.");
	return false;
}

void
classify(definition_tables *tables, const person *p, const classification_options *options,
		 classification *result)
{
	int			band;

	result->applies = band_of(tables->definition, p, &band);
	result->compiled = NULL;
	if (!has_range(result))
		return;
	result->compiled = compiled_for(tables, p->sex, p->modality, band);
	find_components(result->compiled, p, options, result->findings);

	/* Step 3, done for every case when the definition was compiled. */
	result->range = *range_for(result->compiled, result->findings);
	if (result->applies == APPLIES_IF_OLD_ENOUGH)
		result->range.mildest = CLASS_NONE;
}

int
established_class(const classification *result)
{
	const class_range *range = &result->range;

	if (result->applies == APPLIES &&
		(range->mildest == range->severest || range->mildest > CLASS_NONE))
		return range->mildest;
	return UNKNOWN;
}

static const char *
undecided_note(const compiled_criterion *criterion, const person *p)
{
	if (p->sex == UNKNOWN)
		return "undecided: sex is not known";
	if (p->modality == UNKNOWN && criterion->component == MASS)
		return "undecided: modality is not known";
	return "undecided: age is not known";
}

static const char *
note_of(const compiled_criterion *criterion, criterion_state state, bool unable, const person *p)
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
			return undecided_note(criterion, p);
		default:
			return NULL;
	}
}

/* The range if a component were found to be so. */
static const class_range *
range_if(const classification *result, component of, finding found)
{
	int			findings[N_COMPONENTS] = {result->findings[STRENGTH], result->findings[MASS],
										  result->findings[PERFORMANCE]};

	findings[of] = found;
	return range_for(result->compiled, findings);
}

/* The class that would be established then; UNKNOWN also where nothing is open. */
static int
class_if(const classification *result, component of, finding found)
{
	classification other = *result;

	if (result->findings[of] != UNKNOWN)
		return UNKNOWN;
	other.range = *range_if(result, of, found);
	return established_class(&other);
}

unsigned
open_components(const classification *result)
{
	unsigned	open = 0;

	if (!has_range(result))
		return 0;
	for (component c = 0; c < N_COMPONENTS; c++)
	{
		const class_range *normal = range_if(result, c, NORMAL);
		const class_range *low = range_if(result, c, LOW);

		if (result->findings[c] == UNKNOWN &&
			(normal->mildest != low->mildest || normal->severest != low->severest))
			open |= 1u << c;
	}
	return open;
}

sarcopenia_status
status_of(const classification *result)
{
	switch (result->applies)
	{
		case CONCEPT_ONLY:
			return STATUS_CONCEPT_ONLY;
		case TOO_YOUNG:
			return STATUS_NOT_APPLICABLE;
		default:
			if (established_class(result) == UNKNOWN)
				return STATUS_OPEN;
			return result->range.mildest == result->range.severest ? STATUS_FINAL : STATUS_AT_LEAST;
	}
}

/* For a person to whom the definition does not apply: what was measured, and why it does not count. */
static int
gather_inapplicable(const definition_tables *tables, const person *p, evidence *lines)
{
	const sarcopenia_definition *definition = tables->definition;
	int			n = 0;

	for (int i = 0; i < definition->n_cutoffs; i++)
	{
		const cutoff *row = &definition->cutoffs[i];

		if (i > 0 && row->criterion == row[-1].criterion)
			continue;
		lines[n++] = (evidence){.component = row->component,
								.component_finding = UNKNOWN,
								.criterion = row->criterion,
								.measured = is_measured(p, row->criterion->measured),
								.value = p->value[row->criterion->measured],
								.finding = UNKNOWN,
								.note = "not applicable at this age",
								.class_if_low = UNKNOWN,
								.class_if_normal = UNKNOWN};
	}
	return n;
}

int
gather_evidence(definition_tables *tables, const person *p, const classification_options *options,
				evidence *lines)
{
	const compiled_definition *compiled;
	classification result;
	int			wanted[N_COMPONENTS];
	int			band;
	int			n = 0;

	classify(tables, p, options, &result);
	if (!has_range(&result))
		return gather_inapplicable(tables, p, lines);
	get_wanted(options, wanted);
	band_of(tables->definition, p, &band);
	compiled = result.compiled;
	for (int i = 0; i < compiled->n_criteria; i++)
	{
		const compiled_criterion *criterion = &compiled->criteria[i];
		const struct criterion *asked = criterion->asked;
		bool		unable = asked->test != UNKNOWN && is_unable(p, asked->test);
		criterion_state state = state_of_criterion(criterion, p, wanted);
		evidence	line = {.component = criterion->component, .criterion = asked};

		line.component_finding = result.findings[line.component];
		line.measured = is_measured(p, asked->measured);
		line.value = p->value[asked->measured];
		line.finding = UNKNOWN;
		line.note = note_of(criterion, state, unable, p);
		line.class_if_low = class_if(&result, line.component, LOW);
		line.class_if_normal = class_if(&result, line.component, NORMAL);
		if (state == CRITERION_ABSENT)
		{
			/* Another criterion was asked for: not part of the evidence. */
			if (line.measured && !criterion->has_cutoff && is_wanted(criterion, wanted))
				lines[n++] = line;
			continue;
		}
		for (int row = criterion->first_row; row < criterion->end_row; row++)
		{
			const cutoff *cutoff = &compiled->definition->cutoffs[row];

			if (!could_apply(cutoff, p->sex, p->modality,
							 band == UNKNOWN ? UNKNOWN : tables->definition->age_bands[band]))
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
