/* adherence_pg.c: the SQL type adherence and the aggregates that make it. */
#include "adherence/adherence_pg.h"
#include "adherence/json_fields_pg.h"

#include "adherence/adherence_text.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(adherence_in);
PG_FUNCTION_INFO_V1(adherence_out);
PG_FUNCTION_INFO_V1(adherence_recv);
PG_FUNCTION_INFO_V1(adherence_send);
PG_FUNCTION_INFO_V1(adherence_hash);
PG_FUNCTION_INFO_V1(adherence_hash_extended);
PG_FUNCTION_INFO_V1(adherence_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_adherence);
PG_FUNCTION_INFO_V1(adherence_accumulate);
PG_FUNCTION_INFO_V1(adherence_remove);
PG_FUNCTION_INFO_V1(adherence_combine);
PG_FUNCTION_INFO_V1(adherence_uncombine);

static AdherenceData *
new_of_size(Size size, int64 policy)
{
	AdherenceData *result = palloc0(size);

	SET_VARSIZE(result, size);
	result->version = ADHERENCE_LAYOUT;
	result->value.policy = policy;
	return result;
}

AdherenceData *
adherence_new(int64 policy)
{
	return new_of_size(sizeof(AdherenceData), policy);
}

Datum
adherence_return(AdherenceData *a)
{
	if (adherence_is_short(&a->value))
		SET_VARSIZE(a, ADHERENCE_SIZE(SHORT_SUMS));
	return PointerGetDatum(a);
}

/* The datum as it is, short or not. */
static inline AdherenceData *
stored_datum(Datum value)
{
	AdherenceData *a = (AdherenceData *) DatumGetPointer(value);

	/* A state of an aggregate is never packed, so the call is saved for each row. */
	if (VARATT_IS_EXTENDED(a))
		a = (AdherenceData *) PG_DETOAST_DATUM(value);
	if (unlikely((VARSIZE(a) != ADHERENCE_SIZE(SHORT_SUMS) && VARSIZE(a) != sizeof(AdherenceData)) ||
				 a->version != ADHERENCE_LAYOUT))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("adherence has an unknown layout"),
				 errhint("Install the same version of exonc on every server.")));
	return a;
}

static inline bool
is_short(const AdherenceData *a)
{
	return VARSIZE(a) < sizeof(AdherenceData);
}

/* A copy that is not short, in the current context. */
static AdherenceData *
full_copy(const AdherenceData *a)
{
	AdherenceData *copy = adherence_new(0);

	memcpy(&copy->value, &a->value, VARSIZE(a) - offsetof(AdherenceData, value));
	return copy;
}

AdherenceData *
adherence_datum(Datum value)
{
	AdherenceData *a = stored_datum(value);

	return is_short(a) ? full_copy(a) : a;
}

/*
 * The state of an aggregate to change in place, with room for sums after the
 * short ones if these change. A state that has grown is a new one in the current
 * context, which the executor moves to its own; so is that of a plain call.
 */
static inline AdherenceData *
adherence_state(FunctionCallInfo fcinfo, bool short_will_do)
{
	AdherenceData *state = stored_datum(PG_GETARG_DATUM(0));

	if (AggCheckCallContext(fcinfo, NULL) && (short_will_do || !is_short(state)))
		return state;
	return full_copy(state);
}

Datum
adherence_in(PG_FUNCTION_ARGS)
{
	AdherenceData *result = adherence_new(0);
	status		st = {0};

	if (!adherence_parse(PG_GETARG_CSTRING(0), &result->value, &st))
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(exonc_sqlstate(st.code)), errmsg_internal("%s", st.message)));
	return adherence_return(result);
}

Datum
adherence_out(PG_FUNCTION_ARGS)
{
	char		text[ADHERENCE_TEXT];

	adherence_print(PG_GETARG_ADHERENCE(0), text);
	PG_RETURN_CSTRING(pstrdup(text));
}

/* Binary form: layout version, a zero byte, policy, the sums in their order. */
Datum
adherence_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			version = pq_getmsgbyte(buffer);
	int			flags = pq_getmsgbyte(buffer);
	AdherenceData *result = adherence_new(0);
	int64	   *numbers = (int64 *) &result->value;
	adherence_policy policy;
	status		st;

	if (version != ADHERENCE_LAYOUT || flags != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("adherence has an unknown binary format"),
				 errdetail("Layout %d, flags %d.", version, flags)));
	for (size_t i = 0; i < 1 + ADHERENCE_SUMS; i++)
		numbers[i] = pq_getmsgint64(buffer);
	if (!policy_unpack(result->value.policy, &policy))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("adherence has an unknown policy in its binary form")));
	if (!adherence_check(&result->value, &st))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg_internal("%s", st.message)));
	return adherence_return(result);
}

Datum
adherence_send(PG_FUNCTION_ARGS)
{
	const int64 *numbers = (const int64 *) PG_GETARG_ADHERENCE(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, ADHERENCE_LAYOUT);
	pq_sendbyte(&buffer, 0);
	for (size_t i = 0; i < 1 + ADHERENCE_SUMS; i++)
		pq_sendint64(&buffer, numbers[i]);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* An order for sorting and indexes, number by number; it has no clinical meaning. */
static int
adherence_compare(FunctionCallInfo fcinfo)
{
	const int64 *a = (const int64 *) PG_GETARG_ADHERENCE(0);
	const int64 *b = (const int64 *) PG_GETARG_ADHERENCE(1);

	for (size_t i = 0; i < 1 + ADHERENCE_SUMS; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return 0;
}

EXONC_COMPARISONS(adherence, adherence_compare)

Datum
adherence_hash(PG_FUNCTION_ARGS)
{
	return hash_any((unsigned char *) PG_GETARG_ADHERENCE(0), sizeof(adherence));
}

Datum
adherence_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_any_extended((unsigned char *) PG_GETARG_ADHERENCE(0), sizeof(adherence),
							 PG_GETARG_INT64(1));
}

Datum
adherence_to_jsonb(PG_FUNCTION_ARGS)
{
	const adherence *a = PG_GETARG_ADHERENCE(0);
	JsonbParseState *state = NULL;
	char		value[ADHERENCE_VALUE];

	pushJsonbValue(&state, WJB_BEGIN_OBJECT, NULL);
	for (int f = 0; f < adherence_fields(); f++)
		if (adherence_field_is_set(a, f))
		{
			adherence_field_value(a, f, value);
			push_json_field(&state, adherence_field_name(f), value, adherence_field_is_number(f));
		}
	PG_RETURN_JSONB_P(JsonbValueToJsonb(pushJsonbValue(&state, WJB_END_OBJECT, NULL)));
}

static bool
take_field(void *reader, const char *name, int name_length, const char *text, int text_length, status *st)
{
	return adherence_reader_set(reader, name, name_length, text, text_length, st);
}

Datum
jsonb_to_adherence(PG_FUNCTION_ARGS)
{
	AdherenceData *result = adherence_new(0);
	adherence_reader reader;
	status		st;

	adherence_reader_init(&reader);
	if (!read_json_fields(&PG_GETARG_JSONB_P(0)->root, NULL, take_field, &reader))
		not_json_of("adherence");
	if (!adherence_reader_finish(&reader, &result->value, &st))
		exonc_raise(&st);
	return adherence_return(result);
}

/*
 * The arguments of adherence(): status; then dose and unit; then four changes;
 * then the policy, each only in the aggregates that have it.
 */
static const session_arguments with_status = {1, -1, -1};
static const session_arguments with_dose = {1, 2, -1};
static const session_arguments with_changes = {1, 2, 5};

static const session_arguments *
arguments_of(int nargs)
{
	return nargs >= 9 ? &with_changes : nargs >= 5 ? &with_dose : &with_status;
}

#define HAS_POLICY(nargs) ((nargs) == 3 || (nargs) == 10)

/* adherence_accumulate(state, status, ...): not STRICT, since most arguments can be unknown */
Datum
adherence_accumulate(PG_FUNCTION_ARGS)
{
	int			nargs = PG_NARGS();
	const session_arguments *at = arguments_of(nargs);
	session_enums *enums = get_session_enums(fcinfo, at);
	int64		policy = get_policy(fcinfo, enums, HAS_POLICY(nargs) ? nargs - 1 : -1);
	AdherenceData *state;
	session		s;
	status		st;

	get_session(fcinfo, enums, at, &s);
	if (!PG_ARGISNULL(0))
		state = adherence_state(fcinfo, session_is_short(&s));
	else
		state = new_of_size(ADHERENCE_SIZE(session_is_short(&s) ? SHORT_SUMS : ADHERENCE_SUMS), policy);
	if (!policy_check_same(state->value.policy, policy, &st) ||
		!adherence_add(&state->value, dispositions_of(enums, policy), &s, &st))
		exonc_raise(&st);
	PG_RETURN_POINTER(state);
}

/* The inverse: the session leaves the window. */
Datum
adherence_remove(PG_FUNCTION_ARGS)
{
	int			nargs = PG_NARGS();
	const session_arguments *at = arguments_of(nargs);
	session_enums *enums = get_session_enums(fcinfo, at);
	AdherenceData *state;
	session		s;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	get_session(fcinfo, enums, at, &s);
	state = adherence_state(fcinfo, session_is_short(&s));
	adherence_subtract(&state->value, dispositions_of(enums, state->value.policy), &s);
	PG_RETURN_POINTER(state);
}

/* How many sums of another state there are to add or to take away. */
static size_t
sums_of(const AdherenceData *a)
{
	return is_short(a) ? SHORT_SUMS : ADHERENCE_SUMS;
}

/* Of two states; also what rollup() does with a row. */
Datum
adherence_combine(PG_FUNCTION_ARGS)
{
	AdherenceData *other = stored_datum(PG_GETARG_DATUM(1));
	AdherenceData *state = adherence_state(fcinfo, is_short(other));
	status		st;

	if (!adherence_merge_sums(&state->value, &other->value, sums_of(other), &st))
		exonc_raise(&st);
	PG_RETURN_POINTER(state);
}

Datum
adherence_uncombine(PG_FUNCTION_ARGS)
{
	AdherenceData *other = stored_datum(PG_GETARG_DATUM(1));
	AdherenceData *state = adherence_state(fcinfo, is_short(other));
	int64	   *sums = (int64 *) &state->value + 1;
	const int64 *leaving = (const int64 *) &other->value + 1;

	for (size_t i = 0; i < sums_of(other); i++)
		sums[i] -= leaving[i];
	PG_RETURN_POINTER(state);
}
