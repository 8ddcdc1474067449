/* prescription_pg.c: the SQL type prescription. */
#include "prescription/prescription_pg.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/numeric.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

PG_FUNCTION_INFO_V1(prescription_in);
PG_FUNCTION_INFO_V1(prescription_out);
PG_FUNCTION_INFO_V1(prescription_recv);
PG_FUNCTION_INFO_V1(prescription_send);

const char *const exercise_modality_labels[] = EXERCISE_MODALITY_LABELS;
const char *const supervision_labels[] = SUPERVISION_LABELS;
const char *const setting_labels[] = EXERCISE_SETTING_LABELS;

void *
call_allocate(size_t size)
{
	return palloc(size);
}

const char *
prescription_text(struct varlena *datum, int *length)
{
	int			size = VARSIZE_ANY_EXHDR(datum);
	const char *data = VARDATA_ANY(datum);

	if (size < 1 || data[0] != PRESCRIPTION_LAYOUT)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("prescription is in a layout that this version of exonc does not know"),
				 errhint("Install the same version of exonc on every server.")));
	*length = size - 1;
	return data + 1;
}

void
prescription_read(struct varlena *datum, prescription *rx, arena *memory)
{
	int			length;
	const char *text = prescription_text(datum, &length);
	status		st;

	if (!prescription_parse(text, length, rx, memory, &st))
		exonc_raise(&st);
}

static struct varlena *
make_datum(const char *text, int length)
{
	struct varlena *result = palloc(VARHDRSZ + 1 + length);

	SET_VARSIZE(result, VARHDRSZ + 1 + length);
	VARDATA(result)[0] = PRESCRIPTION_LAYOUT;
	memcpy(VARDATA(result) + 1, text, length);
	return result;
}

Datum
prescription_datum(const prescription *rx, arena *memory)
{
	text_sink	out;

	sink_init(&out, memory);
	prescription_print(rx, &out);
	return PointerGetDatum(make_datum(out.data, out.length));
}

struct varlena *
prescription_from_text(const char *text, int length, Node *escontext)
{
	call_memory memory;
	prescription rx;
	text_sink	out;
	status		st;

	CALL_MEMORY_INIT(memory);
	if (!prescription_parse(text, length, &rx, &memory.arena, &st))
		ereturn(escontext, NULL,
				(errcode(exonc_sqlstate(st.code)), errmsg_internal("invalid prescription: %s", st.message),
				 st.detail[0] != '\0' ? errdetail_internal("%s", st.detail) : 0,
				 st.hint[0] != '\0' ? errhint("%s", st.hint) : 0));
	sink_init(&out, &memory.arena);
	prescription_print(&rx, &out);
	return make_datum(out.data, out.length);
}

Datum
prescription_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	struct varlena *result = prescription_from_text(text, strlen(text), fcinfo->context);

	if (result == NULL)
		PG_RETURN_NULL();		/* a soft error was saved */
	PG_RETURN_POINTER(result);
}

Datum
prescription_out(PG_FUNCTION_ARGS)
{
	int			length;
	const char *text = prescription_text(PG_GETARG_VARLENA_PP(0), &length);

	PG_RETURN_CSTRING(pnstrdup(text, length));
}

/* Binary form: the layout byte and the text. */
Datum
prescription_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			layout = pq_getmsgbyte(buffer);
	int			length = buffer->len - buffer->cursor;
	const char *text;

	if (layout != PRESCRIPTION_LAYOUT)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("prescription has an unknown binary format"), errdetail("Layout %d.", layout)));
	text = pq_getmsgtext(buffer, length, &length);
	PG_RETURN_POINTER(prescription_from_text(text, length, NULL));
}

Datum
prescription_send(PG_FUNCTION_ARGS)
{
	int			length;
	const char *text = prescription_text(PG_GETARG_VARLENA_PP(0), &length);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, PRESCRIPTION_LAYOUT);
	pq_sendtext(&buffer, text, length);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

EXONC_STORED_BYTES(prescription, prescription_text)

/* ---- ranges ---- */

/*
 * A number with the decimals that it has, at most nine. Much faster than the
 * cast of the server, which prints and parses.
 */
static Datum
number_datum(double x)
{
	double		scaled = nearbyint(x * 1e9);
	int64		digits;
	int			decimals = 9;

	if (!(fabs(scaled) < 9e15))
		return DirectFunctionCall1(float8_numeric, Float8GetDatum(x));
	digits = (int64) scaled;
	while (decimals > 0 && digits % 10 == 0)
	{
		digits /= 10;
		decimals--;
	}
	return NumericGetDatum(decimals == 0 ? int64_to_numeric(digits) : int64_div_fast_to_numeric(digits, decimals));
}

/* Entries of the type cache stay for the life of the backend, and those of built-in ranges stay as they are. */
static TypeCacheEntry *
range_type(Oid oid, TypeCacheEntry **known)
{
	if (*known == NULL)
		*known = lookup_type_cache(oid, TYPECACHE_RANGE_INFO);
	return *known;
}

Datum
number_range(double low, double high)
{
	static TypeCacheEntry *known = NULL;
	TypeCacheEntry *type = range_type(NUMRANGEOID, &known);
	RangeBound	lower = {.inclusive = true, .lower = true};
	RangeBound	upper = {.inclusive = true};
	RangeType  *result;

	lower.val = number_datum(low);
	upper.infinite = isinf(high);
	upper.inclusive = !upper.infinite;
	if (!upper.infinite)
		upper.val = number_datum(high);
	result = make_range_or_raise(type, &lower, &upper);
	pfree(DatumGetPointer(lower.val));
	if (!upper.infinite)
		pfree(DatumGetPointer(upper.val));
	return RangeTypePGetDatum(result);
}

Datum
whole_range(int low, int high)
{
	static TypeCacheEntry *known = NULL;
	TypeCacheEntry *type = range_type(INT4RANGEOID, &known);
	RangeBound	lower = {.inclusive = true, .lower = true, .val = Int32GetDatum(low)};
	RangeBound	upper = {.inclusive = true, .val = Int32GetDatum(high)};

	return RangeTypePGetDatum(make_range_or_raise(type, &lower, &upper));
}

Datum
quantity_range(const quantity *q, double factor, bool *isnull)
{
	*isnull = q->kind == ABSENT || q->kind == NOT_REPORTED;
	if (*isnull)
		return (Datum) 0;
	return number_range(Min(q->low, q->high) * factor, Max(q->low, q->high) * factor);
}
