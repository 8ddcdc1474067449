/* scaling_pg.c: scale_dose() and the arithmetic of progressions in percent. */
#include "prescription/prescription_pg.h"

#include "common/decimal.h"
#include "prescription/intensity.h"
#include "prescription/scaling.h"

PG_FUNCTION_INFO_V1(exonc_scale_dose);
PG_FUNCTION_INFO_V1(exonc_compounded);
PG_FUNCTION_INFO_V1(exonc_weeks_to_double);
PG_FUNCTION_INFO_V1(exonc_vo2_peak_after_cycles);

/* scale_dose(prescription, factor, modality) returns prescription */
Datum
exonc_scale_dose(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription rx;
	prescription scaled;
	status		st;
	int			modality = UNKNOWN;
	bool		possible;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	CALL_MEMORY_INIT(memory);
	if (!PG_ARGISNULL(2))
		modality = PG_GETARG_ENUM_CODE(2, exercise_modality_labels);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	if (!scale_dose(&rx, undo_real(PG_GETARG_FLOAT8(1)), modality, &scaled, &possible, &memory.arena, &st))
		exonc_raise(&st);
	if (!possible)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(prescription_datum(&scaled, &memory.arena));
}

/* compounded(start, percent, steps) returns float8 */
Datum
exonc_compounded(PG_FUNCTION_ARGS)
{
	status		st;
	double		result;

	if (!compound(PG_GETARG_FLOAT8(0), undo_real(PG_GETARG_FLOAT8(1)), PG_GETARG_INT32(2), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* weeks_to_double(percent_per_week) returns float8 */
Datum
exonc_weeks_to_double(PG_FUNCTION_ARGS)
{
	status		st;
	double		result;

	if (!steps_to_double(undo_real(PG_GETARG_FLOAT8(0)), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}

/* vo2_peak_after_cycles(vo2_peak, decline_percent, cycles) returns float8 */
Datum
exonc_vo2_peak_after_cycles(PG_FUNCTION_ARGS)
{
	double		vo2_peak = undo_real(PG_GETARG_FLOAT8(0));
	double		decline = undo_real(PG_GETARG_FLOAT8(1));
	status		st;
	double		result;

	if (!vo2_peak_after(vo2_peak, decline, PG_GETARG_INT32(2), &result, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(result);
}
