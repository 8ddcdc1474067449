/* adherence_cohort_text: see adherence_cohort_text.h. */
#include "adherence/adherence_cohort_text.h"

#include "common/table.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const char *const measure_labels[] = COHORT_MEASURE_LABELS;
static const char *const unit_labels[] = DOSE_UNIT_LABELS;
static const char *const cap_labels[] = DOSE_CAP_LABELS;

/* How a field is written. */
typedef enum field_kind
{
	LABEL,
	DECIMAL_OR_NONE, /* of nine decimals, NOT_GIVEN if there is none */
	COUNT,
	PART, /* a count of sessions, or a dose */
	WIDE
} field_kind;

typedef struct cohort_field
{
	const char *name;
	size_t		offset;
	field_kind	kind;
	const char *const *labels; /* of a label */
	int			n_labels;
	int			decimals; /* of a wide */
} cohort_field;

#define AT(member) offsetof(adherence_cohort, member)
#define THRESHOLD_DECIMALS 9

/* Names and order are the stored form: new ones at the end. The choices of the policy stand between the two lists. */
static const cohort_field asked[] = {
	{"measure", AT(question.measure), LABEL, COUNTED(measure_labels), 0},
	{"unit", AT(question.unit), LABEL, COUNTED(unit_labels), 0},
	{"cap_asked", AT(question.cap), LABEL, COUNTED(cap_labels), 0},
	{"threshold", AT(question.threshold), DECIMAL_OR_NONE, NULL, 0, THRESHOLD_DECIMALS},
};
static const cohort_field sums[] = {
	{"participants", AT(participants), COUNT, NULL, 0, 0},
	{"without_ratio", AT(without), COUNT, NULL, 0, 0},
	{"absent", AT(absent), COUNT, NULL, 0, 0},
	{"reached", AT(reached), COUNT, NULL, 0, 0},
	{"numerator", AT(numerator), PART, NULL, 0, 0},
	{"denominator", AT(denominator), PART, NULL, 0, 0},
	{"ratios", AT(ratios), WIDE, NULL, 0, RATIO_DECIMALS},
	{"rounded", AT(rounded), WIDE, NULL, 0, ROUNDED_DECIMALS},
	{"squares", AT(squares), WIDE, NULL, 0, SQUARE_DECIMALS},
};

#define N_ASKED		 ENTRIES(asked)
#define FIRST_CHOICE N_ASKED
#define FIRST_SUM	 (N_ASKED + N_CHOICES)

_Static_assert(ENTRIES(asked) + N_CHOICES + ENTRIES(sums) <= 64, "seen has a bit for each field");

static bool
is_choice(int f)
{
	return f >= FIRST_CHOICE && f < FIRST_SUM;
}

/* Of a field that is no choice of the policy. */
static const cohort_field *
field_at(int f)
{
	return f < FIRST_CHOICE ? &asked[f] : &sums[f - FIRST_SUM];
}

static int64_t *
number_at(const adherence_cohort *c, const cohort_field *field)
{
	return (int64_t *) ((char *) c + field->offset);
}

static wide *
wide_at(const adherence_cohort *c, const cohort_field *field)
{
	return (wide *) ((char *) c + field->offset);
}

int
cohort_fields(void)
{
	return FIRST_SUM + ENTRIES(sums);
}

const char *
cohort_field_name(int f)
{
	return is_choice(f) ? policy_choice_name(f - FIRST_CHOICE) : field_at(f)->name;
}

bool
cohort_field_is_number(int f)
{
	return is_choice(f) ? policy_choice_is_number(f - FIRST_CHOICE) : field_at(f)->kind != LABEL;
}

bool
cohort_field_is_set(const adherence_cohort *c, int f)
{
	if (is_choice(f))
		return c->participants > 0 || c->without > 0;
	if (f < FIRST_CHOICE)
		return *number_at(c, field_at(f)) != NOT_GIVEN;
	return field_at(f)->kind == WIDE ? wide_value(*wide_at(c, field_at(f))) != 0
									 : *number_at(c, field_at(f)) != 0;
}

void
cohort_field_value(const adherence_cohort *c, int f, char *buffer)
{
	const cohort_field *field;
	adherence_policy policy;

	if (is_choice(f))
	{
		policy_unpack(c->policy, &policy);
		policy_value(&policy, f - FIRST_CHOICE, buffer);
		return;
	}
	field = field_at(f);
	if (field->kind == LABEL)
		snprintf(buffer, COHORT_VALUE, "%s", field->labels[*number_at(c, field)]);
	else if (field->kind == WIDE)
		wide_print(*wide_at(c, field), field->decimals, buffer);
	else if (field->kind == DECIMAL_OR_NONE)
		wide_print(wide_of(*number_at(c, field)), field->decimals, buffer);
	else if (field->kind == PART && c->question.measure == COHORT_DOSE_INTENSITY)
		micro_print(*number_at(c, field), buffer);
	else
		snprintf(buffer, COHORT_VALUE, "%" PRId64, *number_at(c, field));
}

void
cohort_reader_init(cohort_reader *reader)
{
	const cohort_question none = {NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN};

	cohort_init(&reader->value, &none);
	policy_unpack(policy_default(), &reader->policy);
	reader->seen = 0;
}

/* A part is read as a dose until the measure is known. */
static bool
read_value(adherence_cohort *c, const cohort_field *field, const char *value, int length)
{
	wide		amount;

	switch (field->kind)
	{
		case LABEL:
			*number_at(c, field) = word_index(value, length, field->labels, field->n_labels);
			return *number_at(c, field) >= 0;
		case DECIMAL_OR_NONE:
			if (!wide_parse(value, length, field->decimals, &amount) || amount.high != 0 ||
				amount.low > INT64_MAX)
				return false;
			*number_at(c, field) = amount.low;
			return true;
		case COUNT:
			return count_parse(value, length, number_at(c, field));
		case PART:
			return micro_parse(value, length, number_at(c, field));
		case WIDE:
			return wide_parse(value, length, field->decimals, wide_at(c, field));
	}
	return false;
}

bool
cohort_reader_set(cohort_reader *reader, const char *name, int name_length, const char *value,
				  int value_length, status *st)
{
	int			f = 0;

	while (f < cohort_fields() && !is_word(name, name_length, cohort_field_name(f)))
		f++;
	if (f == cohort_fields() || (reader->seen >> f & 1))
		return status_fail(st, FAULT_INVALID_TEXT, "adherence_cohort has %s field \"%.*s\"",
						   f == cohort_fields() ? "no" : "twice the",
						   name_length > 60 ? 0 : name_length, name);
	reader->seen |= UINT64_C(1) << f;
	if (is_choice(f))
		return policy_set(&reader->policy, f - FIRST_CHOICE, value, value_length, st);
	return read_value(&reader->value, field_at(f), value, value_length) ||
		status_fail(st, FAULT_INVALID_TEXT, "%s of adherence_cohort cannot be \"%.*s\"",
					cohort_field_name(f), value_length > 60 ? 0 : value_length, value);
}

/* Parts of a whole that are sessions were read as if they were doses. */
static bool
count_of_part(int64_t *part)
{
	if (*part % MICROS_PER_ONE != 0)
		return false;
	*part /= MICROS_PER_ONE;
	return true;
}

bool
cohort_reader_finish(cohort_reader *reader, adherence_cohort *c, status *st)
{
	adherence_cohort *value = &reader->value;

	value->policy = policy_pack(&reader->policy);
	if (value->question.measure == COHORT_ATTENDANCE &&
		(!count_of_part(&value->numerator) || !count_of_part(&value->denominator)))
		return status_fail(st, FAULT_INVALID_TEXT, "numbers of sessions of adherence_cohort must be whole");
	if (!cohort_check(value, st))
		return false;
	*c = *value;
	return true;
}

void
cohort_print(const adherence_cohort *c, char *buffer)
{
	char		value[COHORT_VALUE];

	for (int f = 0; f < cohort_fields(); f++)
		if (cohort_field_is_set(c, f))
		{
			cohort_field_value(c, f, value);
			buffer += sprintf(buffer, "%s%s=%s", f > 0 ? " " : "", cohort_field_name(f), value);
		}
}

bool
cohort_parse(const char *text, adherence_cohort *c, status *st)
{
	cohort_reader reader;
	field		read;
	field_token token;

	cohort_reader_init(&reader);
	while ((token = next_field(&text, &read, st)) == FIELD_READ)
		if (!cohort_reader_set(&reader, read.name, read.name_length, read.value, read.value_length, st))
			return false;
	if (token == FIELD_SEPARATOR)
		return status_fail(st, FAULT_INVALID_TEXT, "adherence_cohort has no \";\"");
	return token == FIELD_END && cohort_reader_finish(&reader, c, st);
}
