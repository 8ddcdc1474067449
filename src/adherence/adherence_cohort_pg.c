/* adherence_cohort_pg.c: the SQL type adherence_cohort and the aggregates that make it. */
#include "adherence/adherence_pg.h"
#include "adherence/json_fields_pg.h"

#include "adherence/adherence_cohort_text.h"
#include "adherence/feasibility.h"
#include "common/student.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include <math.h>

PG_FUNCTION_INFO_V1(adherence_cohort_in);
PG_FUNCTION_INFO_V1(adherence_cohort_out);
PG_FUNCTION_INFO_V1(adherence_cohort_recv);
PG_FUNCTION_INFO_V1(adherence_cohort_send);
PG_FUNCTION_INFO_V1(adherence_cohort_hash);
PG_FUNCTION_INFO_V1(adherence_cohort_hash_extended);
PG_FUNCTION_INFO_V1(adherence_cohort_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_adherence_cohort);
PG_FUNCTION_INFO_V1(exonc_attendance_cohort_add);
PG_FUNCTION_INFO_V1(exonc_dose_cohort_add);
PG_FUNCTION_INFO_V1(adherence_cohort_combine);
PG_FUNCTION_INFO_V1(exonc_mean_of_ratios);
PG_FUNCTION_INFO_V1(exonc_pooled_ratio);
PG_FUNCTION_INFO_V1(exonc_cohort_summary);

static const char *const unit_labels[] = DOSE_UNIT_LABELS;
static const char *const cap_labels[] = DOSE_CAP_LABELS;

/* A cohort on disk. */
typedef struct AdherenceCohortData
{
	int32		vl_len_;
	uint8		version;  /* of this layout */
	uint8		flags;	  /* zero */
	uint16		reserved; /* zero */
	adherence_cohort value;
} AdherenceCohortData;

#define COHORT_LAYOUT  1
#define COHORT_NUMBERS (sizeof(adherence_cohort) / sizeof(int64))

StaticAssertDecl(sizeof(adherence_cohort) == 17 * sizeof(int64), "a cohort is an array of int64");

static AdherenceCohortData *
cohort_new(const cohort_question *q)
{
	AdherenceCohortData *result = palloc0(sizeof(AdherenceCohortData));

	SET_VARSIZE(result, sizeof(AdherenceCohortData));
	result->version = COHORT_LAYOUT;
	cohort_init(&result->value, q);
	return result;
}

static AdherenceCohortData *
cohort_empty(void)
{
	const cohort_question none = {NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN};

	return cohort_new(&none);
}

static AdherenceCohortData *
cohort_datum(Datum value)
{
	AdherenceCohortData *c = (AdherenceCohortData *) PG_DETOAST_DATUM(value);

	if (unlikely(VARSIZE(c) != sizeof(AdherenceCohortData) || c->version != COHORT_LAYOUT))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("adherence_cohort has an unknown layout"),
				 errhint("Install the same version of exonc on every server.")));
	return c;
}

#define PG_GETARG_COHORT(n) (&cohort_datum(PG_GETARG_DATUM(n))->value)

Datum
adherence_cohort_in(PG_FUNCTION_ARGS)
{
	AdherenceCohortData *result = cohort_empty();
	status		st = {0};

	if (!cohort_parse(PG_GETARG_CSTRING(0), &result->value, &st))
	{
		exonc_save(&st, fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_POINTER(result);
}

Datum
adherence_cohort_out(PG_FUNCTION_ARGS)
{
	char		text[COHORT_TEXT];

	cohort_print(PG_GETARG_COHORT(0), text);
	PG_RETURN_CSTRING(pstrdup(text));
}

/* Binary form: layout version, a zero byte, the numbers in their order. */
Datum
adherence_cohort_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			version = pq_getmsgbyte(buffer);
	int			flags = pq_getmsgbyte(buffer);
	AdherenceCohortData *result = cohort_empty();
	int64	   *numbers = (int64 *) &result->value;
	adherence_policy policy;
	status		st = {0};

	if (version != COHORT_LAYOUT || flags != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("adherence_cohort has an unknown binary format"),
				 errdetail("Layout %d, flags %d.", version, flags)));
	for (size_t i = 0; i < COHORT_NUMBERS; i++)
		numbers[i] = pq_getmsgint64(buffer);
	if (!policy_unpack(result->value.policy, &policy))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("adherence_cohort has an unknown policy in its binary form")));
	if (!cohort_check(&result->value, &st))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg_internal("%s", st.message)));
	PG_RETURN_POINTER(result);
}

Datum
adherence_cohort_send(PG_FUNCTION_ARGS)
{
	const int64 *numbers = (const int64 *) PG_GETARG_COHORT(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, COHORT_LAYOUT);
	pq_sendbyte(&buffer, 0);
	for (size_t i = 0; i < COHORT_NUMBERS; i++)
		pq_sendint64(&buffer, numbers[i]);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* An order for sorting and indexes, number by number; it has no clinical meaning. */
static int
adherence_cohort_compare(FunctionCallInfo fcinfo)
{
	const int64 *a = (const int64 *) PG_GETARG_COHORT(0);
	const int64 *b = (const int64 *) PG_GETARG_COHORT(1);

	for (size_t i = 0; i < COHORT_NUMBERS; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return 0;
}

EXONC_COMPARISONS(adherence_cohort, adherence_cohort_compare)

Datum
adherence_cohort_hash(PG_FUNCTION_ARGS)
{
	return hash_any((unsigned char *) PG_GETARG_COHORT(0), sizeof(adherence_cohort));
}

Datum
adherence_cohort_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_any_extended((unsigned char *) PG_GETARG_COHORT(0), sizeof(adherence_cohort),
							 PG_GETARG_INT64(1));
}

Datum
adherence_cohort_to_jsonb(PG_FUNCTION_ARGS)
{
	const adherence_cohort *c = PG_GETARG_COHORT(0);
	JsonbParseState *state = NULL;
	char		value[COHORT_VALUE];

	pushJsonbValue(&state, WJB_BEGIN_OBJECT, NULL);
	for (int f = 0; f < cohort_fields(); f++)
		if (cohort_field_is_set(c, f))
		{
			cohort_field_value(c, f, value);
			push_json_field(&state, cohort_field_name(f), value, cohort_field_is_number(f));
		}
	PG_RETURN_JSONB_P(JsonbValueToJsonb(pushJsonbValue(&state, WJB_END_OBJECT, NULL)));
}

static bool
take_field(void *reader, const char *name, int name_length, const char *text, int text_length, status *st)
{
	return cohort_reader_set(reader, name, name_length, text, text_length, st);
}

Datum
jsonb_to_adherence_cohort(PG_FUNCTION_ARGS)
{
	AdherenceCohortData *result = cohort_empty();
	cohort_reader reader;
	status		st;

	cohort_reader_init(&reader);
	if (!read_json_fields(&PG_GETARG_JSONB_P(0)->root, NULL, take_field, &reader))
		not_json_of("adherence_cohort");
	if (!cohort_reader_finish(&reader, &result->value, &st))
		exonc_raise(&st);
	PG_RETURN_POINTER(result);
}

/* The state of an aggregate to change in place; a copy if this is a plain call. */
static AdherenceCohortData *
cohort_state(FunctionCallInfo fcinfo)
{
	AdherenceCohortData *state = cohort_datum(PG_GETARG_DATUM(0));
	AdherenceCohortData *copy;

	if (AggCheckCallContext(fcinfo, NULL))
		return state;
	copy = palloc(sizeof(AdherenceCohortData));
	memcpy(copy, state, sizeof(AdherenceCohortData));
	return copy;
}

/* The summary in argument 1 under the question. */
static Datum
add_participant(FunctionCallInfo fcinfo, const cohort_question *q)
{
	AdherenceCohortData *state = PG_ARGISNULL(0) ? cohort_new(q) : cohort_state(fcinfo);
	status		st = {0};

	if (!cohort_same_question(&state->value.question, q, &st) ||
		!cohort_add(&state->value, PG_ARGISNULL(1) ? NULL : PG_GETARG_ADHERENCE(1), &st))
		exonc_raise(&st);
	PG_RETURN_POINTER(state);
}

/* The threshold of an argument, or none: it may be NULL or not be there. */
static int64
get_threshold(FunctionCallInfo fcinfo, int argument, double limit)
{
	int64_t		billionths;
	status		st = {0};

	if (PG_NARGS() <= argument || PG_ARGISNULL(argument))
		return NOT_GIVEN;
	if (!threshold_from_double(PG_GETARG_FLOAT8(argument), limit, &billionths, &st))
		exonc_raise(&st);
	return billionths;
}

/* attendance_cohort_add(state, adherence, threshold): not STRICT, a NULL summary is counted */
Datum
exonc_attendance_cohort_add(PG_FUNCTION_ARGS)
{
	const cohort_question q = {COHORT_ATTENDANCE, NOT_GIVEN, NOT_GIVEN, get_threshold(fcinfo, 2, 1)};

	return add_participant(fcinfo, &q);
}

typedef struct dose_enums
{
	enum_map	units;
	enum_map	caps;
} dose_enums;

#define UNIT_ARGUMENT 2
#define CAP_ARGUMENT  3

static dose_enums *
get_dose_enums(FunctionCallInfo fcinfo)
{
	dose_enums *enums = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (enums != NULL)
		return enums;
	enums = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(dose_enums));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(enums->units, types[UNIT_ARGUMENT], unit_labels);
	if (n_types > CAP_ARGUMENT)
		ENUM_MAP_FILL(enums->caps, types[CAP_ARGUMENT], cap_labels);
	fcinfo->flinfo->fn_extra = enums;
	return enums;
}

/* dose_cohort_add(state, adherence, unit, cap, threshold): not STRICT, as attendance_cohort_add() */
Datum
exonc_dose_cohort_add(PG_FUNCTION_ARGS)
{
	dose_enums *enums = get_dose_enums(fcinfo);
	cohort_question q = {COHORT_DOSE_INTENSITY, 0, NOT_GIVEN, get_threshold(fcinfo, 4, 10)};

	if (PG_ARGISNULL(UNIT_ARGUMENT))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a cohort of dose intensities needs the unit of the dose"),
				 errhint("Participants may have doses in different units, which are never one cohort.")));
	q.unit = enum_map_code(&enums->units, PG_GETARG_OID(UNIT_ARGUMENT));
	if (PG_NARGS() > CAP_ARGUMENT && !PG_ARGISNULL(CAP_ARGUMENT))
		q.cap = enum_map_code(&enums->caps, PG_GETARG_OID(CAP_ARGUMENT));
	return add_participant(fcinfo, &q);
}

/* Of two states; also what rollup() does with a row. */
Datum
adherence_cohort_combine(PG_FUNCTION_ARGS)
{
	AdherenceCohortData *state = cohort_state(fcinfo);
	status		st = {0};

	if (!cohort_merge(&state->value, PG_GETARG_COHORT(1), &st))
		exonc_raise(&st);
	PG_RETURN_POINTER(state);
}

Datum
exonc_mean_of_ratios(PG_FUNCTION_ARGS)
{
	const adherence_cohort *c = PG_GETARG_COHORT(0);

	if (c->participants == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cohort_mean(c));
}

Datum
exonc_pooled_ratio(PG_FUNCTION_ARGS)
{
	const adherence_cohort *c = PG_GETARG_COHORT(0);

	if (c->participants == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cohort_pooled(c));
}

/* cohort_summary(cohort, confidence) */
Datum
exonc_cohort_summary(PG_FUNCTION_ARGS)
{
	enum
	{
		PARTICIPANTS,
		WITHOUT_RATIO,
		ABSENT,
		MEAN,
		MEAN_LOWER,
		MEAN_UPPER,
		SD,
		POOLED,
		NUMERATOR,
		DENOMINATOR,
		THRESHOLD,
		REACHED,
		SHARE,
		SHARE_LOWER,
		SHARE_UPPER,
		COLUMNS
	};
	const adherence_cohort *c = PG_GETARG_COHORT(0);
	double		confidence = PG_GETARG_FLOAT8(1);
	double		parts = c->question.measure == COHORT_DOSE_INTENSITY ? MICROS_PER_ONE : 1;
	Datum		values[COLUMNS] = {0};
	bool		nulls[COLUMNS] = {false};
	interval	wilson = {0, 0};
	status		st = {0};

	if (!check_confidence(confidence, &st))
		exonc_raise(&st);
	memset(&nulls[MEAN], true, COLUMNS - MEAN);
	values[PARTICIPANTS] = Int64GetDatum(c->participants);
	values[WITHOUT_RATIO] = Int64GetDatum(c->without);
	values[ABSENT] = Int64GetDatum(c->absent);
	if (c->participants > 0)
	{
		values[MEAN] = Float8GetDatum(cohort_mean(c));
		values[POOLED] = Float8GetDatum(cohort_pooled(c));
		values[NUMERATOR] = Float8GetDatum(c->numerator / parts);
		values[DENOMINATOR] = Float8GetDatum(c->denominator / parts);
		nulls[MEAN] = nulls[POOLED] = nulls[NUMERATOR] = nulls[DENOMINATOR] = false;
	}
	if (c->participants > 1)
	{
		double		sd = cohort_standard_deviation(c);
		double		half = student_point(confidence, c->participants - 1) * sd / sqrt(c->participants);

		values[SD] = Float8GetDatum(sd);
		values[MEAN_LOWER] = Float8GetDatum(cohort_mean(c) - half);
		values[MEAN_UPPER] = Float8GetDatum(cohort_mean(c) + half);
		nulls[SD] = nulls[MEAN_LOWER] = nulls[MEAN_UPPER] = false;
	}
	if (c->question.threshold != NOT_GIVEN)
	{
		values[THRESHOLD] = Float8GetDatum(c->question.threshold / 1e9);
		values[REACHED] = Int64GetDatum(c->reached);
		nulls[THRESHOLD] = nulls[REACHED] = false;
	}
	if (c->question.threshold != NOT_GIVEN && c->participants > 0)
	{
		if (!wilson_interval(c->reached, c->participants, confidence, &wilson, &st))
			exonc_raise(&st);
		values[SHARE] = Float8GetDatum((double) c->reached / (double) c->participants);
		values[SHARE_LOWER] = Float8GetDatum(wilson.lower);
		values[SHARE_UPPER] = Float8GetDatum(wilson.upper);
		nulls[SHARE] = nulls[SHARE_LOWER] = nulls[SHARE_UPPER] = false;
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(exonc_row_type(fcinfo), values, nulls)));
}
