/* adherence_text: see adherence_text.h. */
#include "adherence/adherence_text.h"

#include "common/table.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

typedef struct sum_field
{
	const char *name;
	size_t		offset;
	bool		is_dose;
} sum_field;

#define COUNT(name, member) {name, offsetof(adherence, member), false}
#define CHANGE(name, change) \
	COUNT(name, changed[change]), COUNT(name "_unclear", unclear[change])
#define DOSE(unit, u) \
	COUNT("sessions_" unit, doses[u].sessions), \
	{"planned_" unit, offsetof(adherence, doses[u].planned), true}, \
	{"delivered_" unit, offsetof(adherence, doses[u].delivered), true}, \
	{"capped_" unit, offsetof(adherence, doses[u].capped), true}, \
	COUNT("open_sessions_" unit, doses[u].open_sessions), \
	{"open_planned_" unit, offsetof(adherence, doses[u].open_planned), true}

/* Names and order are the stored form: new ones at the end. */
static const sum_field sums[] = {
	COUNT("n_attended", rows[ATTENDED]),
	COUNT("n_missed", rows[MISSED]),
	COUNT("n_excused", rows[EXCUSED]),
	COUNT("n_unlogged", rows[UNLOGGED]),
	COUNT("n_after_exit", rows[AFTER_EXIT]),
	COUNT("n_not_due", rows[NOT_DUE]),
	COUNT("n_no_status", rows[N_STATUSES]),
	CHANGE("reduced", REDUCED),
	CHANGE("lowered_before", LOWERED_BEFORE),
	CHANGE("ended_early", ENDED_EARLY),
	CHANGE("rescheduled", RESCHEDULED),
	COUNT("modified", modified),
	COUNT("modified_unclear", modified_unclear),
	COUNT("unrecorded", unrecorded),
	DOSE("min", MIN),
	DOSE("met_h", MET_H),
	DOSE("kg", KG),
	DOSE("zone_min", ZONE_MIN),
	DOSE("kcal", KCAL),
};

_Static_assert(ENTRIES(sums) == ADHERENCE_SUMS, "every sum has a name");
_Static_assert(ENTRIES(sums) + N_CHOICES <= 64, "seen has a bit for each field");

static int64_t *
sum_at(const adherence *a, int f)
{
	return (int64_t *) ((char *) a + sums[f - N_CHOICES].offset);
}

int
adherence_fields(void)
{
	return N_CHOICES + ENTRIES(sums);
}

const char *
adherence_field_name(int f)
{
	return f < N_CHOICES ? policy_choice_name(f) : sums[f - N_CHOICES].name;
}

bool
adherence_field_is_number(int f)
{
	return f >= N_CHOICES || policy_choice_is_number(f);
}

bool
adherence_field_is_set(const adherence *a, int f)
{
	return f < N_CHOICES || *sum_at(a, f) != 0;
}

void
adherence_field_value(const adherence *a, int f, char *buffer)
{
	adherence_policy policy;

	if (f < N_CHOICES)
	{
		policy_unpack(a->policy, &policy);
		policy_value(&policy, f, buffer);
	}
	else if (sums[f - N_CHOICES].is_dose)
		micro_print(*sum_at(a, f), buffer);
	else
		snprintf(buffer, ADHERENCE_VALUE, "%" PRId64, *sum_at(a, f));
}

void
adherence_reader_init(adherence_reader *reader)
{
	adherence_init(&reader->value, 0);
	policy_unpack(policy_default(), &reader->policy);
	reader->seen = 0;
}

bool
adherence_reader_set(adherence_reader *reader, const char *name, int name_length, const char *value,
					 int value_length, status *st)
{
	int			f = 0;

	while (f < adherence_fields() && !is_word(name, name_length, adherence_field_name(f)))
		f++;
	if (f == adherence_fields() || (reader->seen >> f & 1))
		return status_fail(st, FAULT_INVALID_TEXT, "adherence has %s field \"%.*s\"",
						   f == adherence_fields() ? "no" : "twice the",
						   name_length > 60 ? 0 : name_length, name);
	reader->seen |= UINT64_C(1) << f;
	if (f < N_CHOICES)
		return policy_set(&reader->policy, f, value, value_length, st);
	if (sums[f - N_CHOICES].is_dose ? micro_parse(value, value_length, sum_at(&reader->value, f))
									: count_parse(value, value_length, sum_at(&reader->value, f)))
		return true;
	return status_fail(st, FAULT_INVALID_TEXT, "%s of adherence must be a %s number of at least 0",
					   adherence_field_name(f), sums[f - N_CHOICES].is_dose ? "decimal" : "whole");
}

bool
adherence_reader_finish(adherence_reader *reader, adherence *a, status *st)
{
	reader->value.policy = policy_pack(&reader->policy);
	if (!adherence_check(&reader->value, st))
		return false;
	*a = reader->value;
	return true;
}

void
adherence_print(const adherence *a, char *buffer)
{
	char		value[ADHERENCE_VALUE];

	for (int f = 0; f < adherence_fields(); f++)
		if (adherence_field_is_set(a, f))
		{
			adherence_field_value(a, f, value);
			buffer += sprintf(buffer, "%s%s=%s", f > 0 ? " " : "", adherence_field_name(f), value);
		}
}

bool
adherence_parse(const char *text, adherence *a, status *st)
{
	adherence_reader reader;
	field		read;
	field_token token;

	adherence_reader_init(&reader);
	while ((token = next_field(&text, &read, st)) == FIELD_READ)
		if (!adherence_reader_set(&reader, read.name, read.name_length, read.value,
								  read.value_length, st))
			return false;
	if (token == FIELD_SEPARATOR)
		return status_fail(st, FAULT_INVALID_TEXT, "adherence has no \";\"");
	return token == FIELD_END && adherence_reader_finish(&reader, a, st);
}
