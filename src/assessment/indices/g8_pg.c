/* g8_pg.c: g8(). */
#include "exonc.h"

#include "assessment/indices/g8.h"

PG_FUNCTION_INFO_V1(exonc_g8);

/* g8(appetite, weight_loss, mobility, neuropsychological, bmi_kg_m2, medication, self_rated_health, age) */
Datum
exonc_g8(PG_FUNCTION_ARGS)
{
	g8_form		form;
	double		score;
	status		st;

	form.points[G8_APPETITE] = PG_GETARG_INT32(0);
	form.points[G8_WEIGHT_LOSS] = PG_GETARG_INT32(1);
	form.points[G8_MOBILITY] = PG_GETARG_INT32(2);
	form.points[G8_NEUROPSYCHOLOGICAL] = PG_GETARG_INT32(3);
	form.bmi_kg_m2 = PG_GETARG_FLOAT8(4);
	form.points[G8_MEDICATION] = PG_GETARG_INT32(5);
	form.points[G8_SELF_RATED_HEALTH] = PG_GETARG_FLOAT8(6);
	form.age = PG_GETARG_FLOAT8(7);
	if (!g8_score(&form, &score, &st))
		exonc_raise(&st);
	PG_RETURN_FLOAT8(score);
}
