/* reading_pg.c: what a prescription asks for in a week, as ranges, rows and text. */
#include "prescription/prescription_pg.h"

#include <math.h>

#include "prescription/describe.h"
#include "prescription/dose.h"
#include "prescription/intensity.h"

#include "miscadmin.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_at_week);
PG_FUNCTION_INFO_V1(exonc_duration_weeks);
PG_FUNCTION_INFO_V1(exonc_weekly_sessions);
PG_FUNCTION_INFO_V1(exonc_weekly_minutes);
PG_FUNCTION_INFO_V1(exonc_weekly_met_minutes);
PG_FUNCTION_INFO_V1(exonc_weekly_sets);
PG_FUNCTION_INFO_V1(exonc_weekly_repetitions);
PG_FUNCTION_INFO_V1(exonc_weekly_volume_load);
PG_FUNCTION_INFO_V1(exonc_supervised_share);
PG_FUNCTION_INFO_V1(exonc_week_by_week);
PG_FUNCTION_INFO_V1(exonc_describe);

static void
read_week(struct varlena *datum, int week, prescription *at, arena *memory)
{
	prescription rx;
	status		st;

	if (!check_week(week, &st))
		exonc_raise(&st);
	prescription_read(datum, &rx, memory);
	if (!prescription_at_week(&rx, week, at, memory, &st))
		exonc_raise(&st);
}

/* at_week(prescription, week) returns prescription */
Datum
exonc_at_week(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription at;

	CALL_MEMORY_INIT(memory);
	read_week(PG_GETARG_VARLENA_PP(0), PG_GETARG_INT32(1), &at, &memory.arena);
	if (at.blocks == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(prescription_datum(&at, &memory.arena));
}

/* duration_weeks(prescription) returns integer */
Datum
exonc_duration_weeks(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription rx;
	int			last;

	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	last = last_week(&rx);
	if (last <= 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(last);
}

static Datum
dose_datum(dose d, bool *isnull)
{
	*isnull = !d.known;
	return d.known ? number_range(d.low, d.high) : (Datum) 0;
}

static Datum
return_dose(FunctionCallInfo fcinfo, dose d)
{
	bool		isnull;
	Datum		result = dose_datum(d, &isnull);

	if (isnull)
		PG_RETURN_NULL();
	return result;
}

/* The modality in an argument; UNKNOWN if it is NULL. */
static int
get_modality(FunctionCallInfo fcinfo, int arg)
{
	return PG_ARGISNULL(arg) ? UNKNOWN : PG_GETARG_ENUM_CODE(arg, exercise_modality_labels);
}

static Datum
dose_function(FunctionCallInfo fcinfo, dose_kind kind, int modality, double one_rm_kg)
{
	call_memory memory;
	prescription at;
	int			week;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	week = PG_GETARG_INT32(1);
	CALL_MEMORY_INIT(memory);
	read_week(PG_GETARG_VARLENA_PP(0), week, &at, &memory.arena);
	return return_dose(fcinfo, weekly_dose(&at, week, kind, modality, one_rm_kg));
}

/* weekly_sessions(prescription, week, modality) returns numrange */
Datum
exonc_weekly_sessions(PG_FUNCTION_ARGS)
{
	return dose_function(fcinfo, DOSE_SESSIONS, get_modality(fcinfo, 2), NAN);
}

Datum
exonc_weekly_minutes(PG_FUNCTION_ARGS)
{
	return dose_function(fcinfo, DOSE_MINUTES, get_modality(fcinfo, 2), NAN);
}

Datum
exonc_weekly_met_minutes(PG_FUNCTION_ARGS)
{
	return dose_function(fcinfo, DOSE_MET_MINUTES, get_modality(fcinfo, 2), NAN);
}

Datum
exonc_weekly_sets(PG_FUNCTION_ARGS)
{
	return dose_function(fcinfo, DOSE_SETS, UNKNOWN, NAN);
}

Datum
exonc_weekly_repetitions(PG_FUNCTION_ARGS)
{
	return dose_function(fcinfo, DOSE_REPETITIONS, UNKNOWN, NAN);
}

/* weekly_volume_load(prescription, week, one_rm_kg) returns numrange */
Datum
exonc_weekly_volume_load(PG_FUNCTION_ARGS)
{
	double		one_rm_kg = PG_ARGISNULL(2) ? NAN : PG_GETARG_FLOAT8(2);
	status		st;

	if (!PG_ARGISNULL(2) && !check_input("one_rm_kg", one_rm_kg, 0.5, 700, "kg", "Loads are in kilograms: 1 lb is 0.4536 kg.", &st))
		exonc_raise(&st);
	return dose_function(fcinfo, DOSE_VOLUME_LOAD, UNKNOWN, one_rm_kg);
}

/* supervised_share(prescription, week) returns numrange */
Datum
exonc_supervised_share(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription at;
	int			week = PG_GETARG_INT32(1);

	CALL_MEMORY_INIT(memory);
	read_week(PG_GETARG_VARLENA_PP(0), week, &at, &memory.arena);
	return return_dose(fcinfo, supervised_share(&at, week));
}

/* week_by_week(prescription, weeks): one row a week */
Datum
exonc_week_by_week(PG_FUNCTION_ARGS)
{
	enum
	{
		WEEK,
		SESSIONS,
		ALL_MINUTES,
		AEROBIC_MINUTES,
		RESISTANCE_SESSIONS,
		MET_MINUTES,
		SUPERVISED_SHARE,
		PRESCRIBED,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	prescription rx;
	status		st;
	int			last;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	last = last_week(&rx);
	if (!PG_ARGISNULL(1))
	{
		last = PG_GETARG_INT32(1);
		if (!check_week(last, &st))
			exonc_raise(&st);
	}
	else if (last <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg(last == 0 ? "prescription has no last week" : "weeks of the prescription are not reported"),
				 errhint("Say how many weeks to list: weeks => 12.")));

	for (int week = 1; week <= last; week++)
	{
		arena_mark	mark = arena_place(&memory.arena);
		prescription at;
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		CHECK_FOR_INTERRUPTS();
		if (!prescription_at_week(&rx, week, &at, &memory.arena, &st))
			exonc_raise(&st);
		values[WEEK] = Int32GetDatum(week);
		values[SESSIONS] = dose_datum(weekly_dose(&at, week, DOSE_SESSIONS, UNKNOWN, NAN), &nulls[SESSIONS]);
		values[ALL_MINUTES] = dose_datum(weekly_dose(&at, week, DOSE_MINUTES, UNKNOWN, NAN), &nulls[ALL_MINUTES]);
		values[AEROBIC_MINUTES] = dose_datum(weekly_dose(&at, week, DOSE_MINUTES, AEROBIC, NAN), &nulls[AEROBIC_MINUTES]);
		values[RESISTANCE_SESSIONS] = dose_datum(weekly_dose(&at, week, DOSE_SESSIONS, RESISTANCE, NAN), &nulls[RESISTANCE_SESSIONS]);
		values[MET_MINUTES] = dose_datum(weekly_dose(&at, week, DOSE_MET_MINUTES, AEROBIC, NAN), &nulls[MET_MINUTES]);
		values[SUPERVISED_SHARE] = dose_datum(supervised_share(&at, week), &nulls[SUPERVISED_SHARE]);
		nulls[PRESCRIBED] = at.blocks == NULL;
		values[PRESCRIBED] = nulls[PRESCRIBED] ? (Datum) 0 : prescription_datum(&at, &memory.arena);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		/* A long text over many weeks takes no more memory than one week of it. */
		for (int i = SESSIONS; i < COLUMNS; i++)
			if (!nulls[i])
				pfree(DatumGetPointer(values[i]));
		arena_rewind(&memory.arena, mark);
	}
	return (Datum) 0;
}

/* describe(prescription) returns text */
Datum
exonc_describe(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription rx;
	text_sink	out;

	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	sink_init(&out, &memory.arena);
	describe_prescription(&rx, &out);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(out.data, out.length));
}
