/* course_pg.c: the SQL type sarcopenia_course and its aggregates. */
#include "sarcopenia/course_pg.h"

#include "libpq/pqformat.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

PG_FUNCTION_INFO_V1(sarcopenia_course_in);
PG_FUNCTION_INFO_V1(sarcopenia_course_out);
PG_FUNCTION_INFO_V1(sarcopenia_course_recv);
PG_FUNCTION_INFO_V1(sarcopenia_course_send);
PG_FUNCTION_INFO_V1(sarcopenia_course_hash);
PG_FUNCTION_INFO_V1(sarcopenia_course_hash_extended);
PG_FUNCTION_INFO_V1(sarcopenia_course_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_sarcopenia_course);
PG_FUNCTION_INFO_V1(sarcopenia_course_add);
PG_FUNCTION_INFO_V1(sarcopenia_course_merge);
PG_FUNCTION_INFO_V1(sarcopenia_course_final);

static const char *const class_names[] = SARCOPENIA_CLASS_LABELS;

static course *
new_course(int room)
{
	course	   *made = palloc0(COURSE_SIZE(room));

	SET_VARSIZE(made, COURSE_SIZE(room));
	made->version = COURSE_VERSION;
	return made;
}

static void
check_room(int64 n)
{
	if (n > MAX_COURSE_ENTRIES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("sarcopenia_course has more than %d entries", MAX_COURSE_ENTRIES),
				 errhint("A course is that of one person: group by person.")));
}

/* ---- input and output ---- */

Datum
sarcopenia_course_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	course	   *made;
	status		st;
	int			n = parse_course(text, NULL, 0, &st);

	if (n < 0)
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(exonc_sqlstate(st.code)), errmsg_internal("%s", st.message),
				 errhint("%s", st.hint)));
	made = new_course(n);
	made->n = parse_course(text, made->entries, n, &st);
	PG_RETURN_POINTER(made);
}

Datum
sarcopenia_course_out(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	char	   *text = palloc((Size) c->n * COURSE_ENTRY_TEXT + 3);

	print_course(c->entries, c->n, text);
	PG_RETURN_CSTRING(text);
}

static void
send_class(StringInfo buffer, int class)
{
	const char *label = class == UNKNOWN ? "" : class_names[class];

	pq_sendint8(buffer, strlen(label));
	pq_sendbytes(buffer, label, strlen(label));
}

/*
 * Binary form: version, number of entries; of each the day and the labels of the
 * mildest and the severest class, empty if not known.
 */
Datum
sarcopenia_course_send(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendint8(&buffer, COURSE_VERSION);
	pq_sendint32(&buffer, c->n);
	for (int i = 0; i < c->n; i++)
	{
		pq_sendint32(&buffer, c->entries[i].day);
		send_class(&buffer, c->entries[i].mildest);
		send_class(&buffer, c->entries[i].severest);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

static void
refuse_binary(const char *what)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("sarcopenia_course has %s in its binary form", what)));
}

static int
receive_class(StringInfo buffer)
{
	int			length = pq_getmsgbyte(buffer);
	int			class;

	if (length == 0)
		return UNKNOWN;
	class = class_by_label(pq_getmsgbytes(buffer, length), length);
	if (class == UNKNOWN)
		refuse_binary("an unknown class");
	return class;
}

Datum
sarcopenia_course_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	course	   *made;
	int32		n;

	if (pq_getmsgbyte(buffer) != COURSE_VERSION)
		refuse_binary("an unknown version");
	n = pq_getmsgint(buffer, 4);
	if (n < 0 || n > MAX_COURSE_ENTRIES || n > (buffer->len - buffer->cursor) / 6)
		refuse_binary("a wrong number of entries");
	made = new_course(n);
	for (int i = 0; i < n; i++)
	{
		course_entry entry = {(int32) pq_getmsgint(buffer, 4), UNKNOWN, UNKNOWN};

		entry.mildest = receive_class(buffer);
		entry.severest = receive_class(buffer);
		if (entry.severest < entry.mildest || (entry.mildest == UNKNOWN) != (entry.severest == UNKNOWN))
			refuse_binary("an impossible range of classes");
		if (i > 0 && compare_entries(&made->entries[i - 1], &entry) > 0)
			refuse_binary("entries out of order");
		made->entries[made->n++] = entry;
	}
	PG_RETURN_POINTER(made);
}

/* ---- order and hash ---- */

static int
sarcopenia_course_compare(FunctionCallInfo fcinfo)
{
	course	   *a = GET_COURSE(0);
	course	   *b = GET_COURSE(1);
	int			order = 0;

	for (int i = 0; i < Min(a->n, b->n) && order == 0; i++)
		order = compare_entries(&a->entries[i], &b->entries[i]);
	return order != 0 ? order : (a->n > b->n) - (a->n < b->n);
}

EXONC_COMPARISONS(sarcopenia_course, sarcopenia_course_compare)

Datum
sarcopenia_course_hash(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);

	return hash_any((unsigned char *) c->entries, c->n * (int) sizeof(course_entry));
}

Datum
sarcopenia_course_hash_extended(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);

	return hash_any_extended((unsigned char *) c->entries, c->n * (int) sizeof(course_entry),
							 PG_GETARG_INT64(1));
}

/* ---- jsonb: [[0, "none"], [42, "possible", "severe"], [84, null]] ---- */

static void
push_class(JsonbParseState **state, int class)
{
	JsonbValue	value = {.type = jbvNull};

	if (class != UNKNOWN)
	{
		value.type = jbvString;
		value.val.string.val = unconstify(char *, class_names[class]);
		value.val.string.len = strlen(class_names[class]);
	}
	pushJsonbValue(state, WJB_ELEM, &value);
}

Datum
sarcopenia_course_to_jsonb(PG_FUNCTION_ARGS)
{
	course	   *c = GET_COURSE(0);
	JsonbParseState *state = NULL;
	JsonbValue *result;

	pushJsonbValue(&state, WJB_BEGIN_ARRAY, NULL);
	for (int i = 0; i < c->n; i++)
	{
		JsonbValue	day = {.type = jbvNumeric};

		day.val.numeric = int64_to_numeric(c->entries[i].day);
		pushJsonbValue(&state, WJB_BEGIN_ARRAY, NULL);
		pushJsonbValue(&state, WJB_ELEM, &day);
		push_class(&state, c->entries[i].mildest);
		if (c->entries[i].severest != c->entries[i].mildest)
			push_class(&state, c->entries[i].severest);
		pushJsonbValue(&state, WJB_END_ARRAY, NULL);
	}
	result = pushJsonbValue(&state, WJB_END_ARRAY, NULL);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(result));
}

static void
refuse_jsonb(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("cannot cast this jsonb to type sarcopenia_course"),
			 errhint("Give a JSON array of days and classes: [[0, \"none\"], [42, \"possible\", \"severe\"], [84, null]].")));
}

static int
class_from_jsonb(const JsonbValue *value)
{
	int			class;

	if (value->type == jbvNull)
		return UNKNOWN;
	if (value->type != jbvString)
		refuse_jsonb();
	class = class_by_label(value->val.string.val, value->val.string.len);
	if (class == UNKNOWN)
		refuse_jsonb();
	return class;
}

/* A day with a class, or with the mildest and the severest. */
static course_entry
entry_from_jsonb(const JsonbValue *item)
{
	course_entry entry = {0, UNKNOWN, UNKNOWN};
	JsonbContainer *array;
	JsonbValue *day;
	uint32		size;

	if (item->type != jbvBinary || !JsonContainerIsArray(item->val.binary.data))
		refuse_jsonb();
	array = item->val.binary.data;
	size = JsonContainerSize(array);
	if (size != 2 && size != 3)
		refuse_jsonb();
	day = getIthJsonbValueFromContainer(array, 0);
	if (day->type != jbvNumeric)
		refuse_jsonb();
	entry.day = DatumGetInt32(
		DirectFunctionCall1(numeric_int4, NumericGetDatum(day->val.numeric)));
	entry.mildest = class_from_jsonb(getIthJsonbValueFromContainer(array, 1));
	entry.severest =
		size == 2 ? entry.mildest : class_from_jsonb(getIthJsonbValueFromContainer(array, 2));
	if (entry.severest < entry.mildest || (entry.mildest == UNKNOWN && entry.severest != UNKNOWN))
		refuse_jsonb();
	return entry;
}

Datum
jsonb_to_sarcopenia_course(PG_FUNCTION_ARGS)
{
	Jsonb	   *json = PG_GETARG_JSONB_P(0);
	course	   *made;
	uint32		n;

	if (!JB_ROOT_IS_ARRAY(json) || JB_ROOT_IS_SCALAR(json))
		refuse_jsonb();
	n = JB_ROOT_COUNT(json);
	check_room(n);
	made = new_course((int) n);
	for (uint32 i = 0; i < n; i++)
		insert_entry(made->entries, made->n++,
					 entry_from_jsonb(getIthJsonbValueFromContainer(&json->root, i)));
	PG_RETURN_POINTER(made);
}

/* ---- the aggregates ---- */

/* A state with room for n entries: the given one, or a larger copy. */
static course *
with_room(course *state, int n)
{
	course	   *larger;

	check_room(n);
	if (n <= COURSE_ROOM(state))
		return state;
	larger = new_course(Min(Max(2 * n, 8), MAX_COURSE_ENTRIES));
	larger->n = state->n;
	memcpy(larger->entries, state->entries, (Size) state->n * sizeof(course_entry));
	return larger;
}

/* A state that may be changed: in an aggregate the given one, otherwise a copy. */
static course *
own_state(FunctionCallInfo fcinfo)
{
	course	   *state = GET_COURSE(0);
	course	   *copy;

	if (AggCheckCallContext(fcinfo, NULL))
		return state;
	copy = new_course(state->n + 1);
	copy->n = state->n;
	memcpy(copy->entries, state->entries, (Size) state->n * sizeof(course_entry));
	return copy;
}

/* The class in an argument; the map is kept for the call site. */
static int
get_class(FunctionCallInfo fcinfo, int argument)
{
	return PG_ARGISNULL(argument) ? UNKNOWN : PG_GETARG_ENUM_CODE(argument, class_names);
}

/*
 * sarcopenia_course_add(state, day, mildest[, severest]): not strict, since a
 * NULL class is a day of which nothing is known. With one class it is final.
 */
Datum
sarcopenia_course_add(PG_FUNCTION_ARGS)
{
	course	   *state;
	course_entry entry = {0, UNKNOWN, UNKNOWN};
	int			last = PG_NARGS() - 1;

	if (PG_ARGISNULL(1))
	{
		if (!PG_ARGISNULL(2) || !PG_ARGISNULL(last))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("a class without a day cannot be placed in a course"),
					 errhint("Leave out rows without a day, or give the planned day.")));
		/* No assessment: a row of an outer join. */
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_POINTER(GET_COURSE(0));
	}
	entry.day = PG_GETARG_INT32(1);
	if (!PG_ARGISNULL(2) && !PG_ARGISNULL(last))
	{
		entry.mildest = get_class(fcinfo, 2);
		entry.severest = get_class(fcinfo, last);
		if (entry.severest < entry.mildest)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("the mildest class %s is severer than the severest, %s",
							class_names[entry.mildest], class_names[entry.severest]),
					 errhint("Give the two columns of sarcopenia_range() in their order.")));
	}
	state = PG_ARGISNULL(0) ? new_course(4) : own_state(fcinfo);
	state = with_room(state, state->n + 1);
	insert_entry(state->entries, state->n++, entry);
	PG_RETURN_POINTER(state);
}

Datum
sarcopenia_course_merge(PG_FUNCTION_ARGS)
{
	course	   *a = GET_COURSE(0);
	course	   *b = GET_COURSE(1);
	course	   *merged;

	check_room((int64) a->n + b->n);
	merged = new_course(a->n + b->n);
	merge_entries(a->entries, a->n, b->entries, b->n, merged->entries);
	merged->n = a->n + b->n;
	PG_RETURN_POINTER(merged);
}

Datum
sarcopenia_course_final(PG_FUNCTION_ARGS)
{
	course	   *state = GET_COURSE(0);
	course	   *trimmed;

	if (COURSE_ROOM(state) == state->n)
		PG_RETURN_POINTER(state);
	trimmed = new_course(state->n);
	trimmed->n = state->n;
	memcpy(trimmed->entries, state->entries, (Size) state->n * sizeof(course_entry));
	PG_RETURN_POINTER(trimmed);
}
