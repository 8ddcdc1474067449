/* screening_pg.c: SARC-F, SARC-CalF, adjusted calf circumference. */
#include "exonc.h"

#include "sarcopenia/screening.h"

PG_FUNCTION_INFO_V1(exonc_sarc_f);
PG_FUNCTION_INFO_V1(exonc_sarc_f_falls);
PG_FUNCTION_INFO_V1(exonc_sarc_calf);
PG_FUNCTION_INFO_V1(exonc_calf_adjusted);

static const char *const sex_names[] = SEX_LABELS;
static const char *const variant_names[] = SARC_CALF_VARIANT_LABELS;

Datum
exonc_sarc_f(PG_FUNCTION_ARGS)
{
	int			points[SARC_F_ITEMS];
	int			total;
	status		st;

	for (int i = 0; i < SARC_F_ITEMS; i++)
		points[i] = PG_GETARG_INT32(i);
	if (!sarc_f_total(points, &total, &st))
		exonc_raise(&st);
	PG_RETURN_INT32(total);
}

Datum
exonc_sarc_f_falls(PG_FUNCTION_ARGS)
{
	int			points;
	status		st;

	if (!sarc_f_falls(PG_GETARG_INT32(0), &points, &st))
		exonc_raise(&st);
	PG_RETURN_INT32(points);
}

/* sarc_calf(sarc_f, calf_cm, sex, variant) */
Datum
exonc_sarc_calf(PG_FUNCTION_ARGS)
{
	static const enum_place places[] = {
		ENUM_OF_ARGUMENT(2, sex_names),
		ENUM_OF_ARGUMENT(3, variant_names),
	};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	int			total;
	status		st;

	if (!sarc_calf_total(PG_GETARG_INT32(0), PG_GETARG_FLOAT8(1),
						 call_enum(fcinfo, 2, &call->enums[0]),
						 call_enum(fcinfo, 3, &call->enums[1]), &total, &st))
		exonc_raise(&st);
	PG_RETURN_INT32(total);
}

/* calf_adjusted(calf_cm, bmi_kg_m2, wasting) */
Datum
exonc_calf_adjusted(PG_FUNCTION_ARGS)
{
	double		adjusted;
	bool		known;
	status		st;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	if (!adjust_calf(PG_GETARG_FLOAT8(0), PG_GETARG_FLOAT8(1),
					 PG_ARGISNULL(2) ? UNKNOWN : PG_GETARG_BOOL(2), &adjusted, &known, &st))
		exonc_raise(&st);
	if (!known)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(adjusted);
}
