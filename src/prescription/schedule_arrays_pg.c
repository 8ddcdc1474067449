/* schedule_arrays_pg.c: schedule_arrays(), the dated sessions of a prescription as one row of arrays. */
#include "prescription/schedule_pg.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/date.h"
#include "utils/datum.h"

PG_FUNCTION_INFO_V1(exonc_schedule_arrays);

enum
{
	DAYS,
	WEEKS_OF_DAYS,
	BLOCKS,
	PARTS,
	OPTIONALS,
	MINUTES_OF_DAYS,
	ARRAYS
};

/* An array of n values of a fixed size, for its caller to fill. */
static ArrayType *
new_array(Oid type, int n, Size width)
{
	Size		size = ARR_OVERHEAD_NONULLS(1) + n * width;
	ArrayType  *array;

	if (n == 0)
		return construct_empty_array(type);
	array = palloc0(size);
	SET_VARSIZE(array, size);
	array->ndim = 1;
	array->elemtype = type;
	ARR_DIMS(array)[0] = n;
	ARR_LBOUND(array)[0] = 1;
	return array;
}

static int
count_dated(const schedule *plan)
{
	int			n = plan->n;

	while (n > 0 && !plan->sessions[n - 1].dated)
		n--;
	return n;
}

static ArrayType *
minutes_array(planner_call *call, int n)
{
	Datum	   *minutes = palloc(sizeof(Datum) * (n + 1));
	bool	   *unknown = palloc(sizeof(bool) * (n + 1));
	int			lower = 1;
	MemoryContext before;
	ArrayType  *result;

	for (int i = 0; i < n; i++)
	{
		const content *c = content_of(call, &call->plan.sessions[i], false);

		CHECK_FOR_INTERRUPTS();
		minutes[i] = c->minutes;
		unknown[i] = !c->minutes_known;
		if (!unknown[i] && !call->keep)
			minutes[i] = datumCopy(c->minutes, false, -1);
	}
	before = MemoryContextSwitchTo(call->memory);
	result = n == 0 ? construct_empty_array(NUMRANGEOID)
					: construct_md_array(minutes, unknown, 1, &n, &lower, NUMRANGEOID, -1, false, TYPALIGN_INT);
	MemoryContextSwitchTo(before);
	pfree(minutes);
	pfree(unknown);
	return result;
}

static ArrayType **
make_arrays(planner_call *call)
{
	int			n = count_dated(&call->plan);
	ArrayType  *minutes = minutes_array(call, n);
	MemoryContext before = MemoryContextSwitchTo(call->memory);
	ArrayType **arrays = palloc(sizeof(ArrayType *) * ARRAYS);
	int32	   *days;
	int32	   *weeks;
	int32	   *blocks;
	int32	   *parts;
	bool	   *optionals;

	arrays[DAYS] = new_array(DATEOID, n, sizeof(DateADT));
	arrays[WEEKS_OF_DAYS] = new_array(INT4OID, n, sizeof(int32));
	arrays[BLOCKS] = new_array(INT4OID, n, sizeof(int32));
	arrays[PARTS] = new_array(INT4OID, n, sizeof(int32));
	arrays[OPTIONALS] = new_array(BOOLOID, n, sizeof(bool));
	arrays[MINUTES_OF_DAYS] = minutes;
	days = (int32 *) ARR_DATA_PTR(arrays[DAYS]);
	weeks = (int32 *) ARR_DATA_PTR(arrays[WEEKS_OF_DAYS]);
	blocks = (int32 *) ARR_DATA_PTR(arrays[BLOCKS]);
	parts = (int32 *) ARR_DATA_PTR(arrays[PARTS]);
	optionals = (bool *) ARR_DATA_PTR(arrays[OPTIONALS]);
	for (int i = 0; i < n; i++)
	{
		const planned_session *s = &call->plan.sessions[i];

		days[i] = s->day;
		weeks[i] = s->week;
		blocks[i] = s->part->block;
		parts[i] = s->part->part;
		optionals[i] = s->optional;
	}
	MemoryContextSwitchTo(before);
	return arrays;
}

/* The days of a kept plan from this start. */
static ArrayType *
move_days(const ArrayType *kept, int first_day)
{
	ArrayType  *days = palloc(VARSIZE(kept));
	DateADT	   *at;

	memcpy(days, kept, VARSIZE(kept));
	if (ARR_NDIM(days) == 0)
		return days;
	at = (DateADT *) ARR_DATA_PTR(days);
	for (int i = 0; i < ARR_DIMS(days)[0]; i++)
		at[i] += first_day;
	return days;
}

/* schedule_arrays(prescription, start_on, ...): the dated sessions of schedule(), an array a column */
Datum
exonc_schedule_arrays(PG_FUNCTION_ARGS)
{
	schedule_site *site = get_schedule_site(fcinfo);
	call_memory memory;
	known_prescription own = {0};
	planner_call call = {.site = site, .scratch = &memory.arena};
	ArrayType **arrays;
	Datum		values[ARRAYS];
	bool		nulls[ARRAYS] = {false};

	if (PG_ARGISNULL(ARG_PRESCRIPTION) || PG_ARGISNULL(ARG_START_ON))
		PG_RETURN_NULL();
	if (site->columns == NULL)
	{
		MemoryContext before = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);

		site->columns = exonc_row_type(fcinfo);
		MemoryContextSwitchTo(before);
	}
	CALL_MEMORY_INIT(memory);
	begin_schedule(&call, fcinfo, &own);
	arrays = call.kept != NULL ? call.kept->arrays : NULL;
	if (arrays == NULL)
		arrays = make_arrays(&call);
	if (call.kept != NULL)
		call.kept->arrays = arrays;
	for (int i = 0; i < ARRAYS; i++)
		values[i] = PointerGetDatum(arrays[i]);
	if (call.kept != NULL)
		values[DAYS] = PointerGetDatum(move_days(arrays[DAYS], call.first_day));
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(site->columns, values, nulls)));
}
