/* equation: see equation.h. */
#include "assessment/performance/equation.h"

#include "assessment/performance/rule.h"
#include "common/decimal.h"

#include <stddef.h>
#include <stdio.h>

/* Exact by definition. */
#define KG_OF_A_POUND 0.45359237
#define CM_OF_AN_INCH 2.54

static const char *const variable_names[N_VARIABLES] = {
	[AGE] = "age",
	[HEIGHT_CM] = "height_cm",
	[HEIGHT_IN] = "height_cm / 2.54",
	[WEIGHT_KG] = "weight_kg",
	[WEIGHT_LB] = "weight_kg / 0.45359237",
	[SEX_0_1] = "sex (male 0, female 1)",
	[SEX_1_2] = "sex (male 1, female 2)",
	[MODE_1_2] = "mode (treadmill 1, cycle 2)",
	[MINUTES] = "test_min",
	[MINUTES_2] = "test_min^2",
	[MINUTES_3] = "test_min^3",
	[WATTS] = "peak_w",
	[WATTS_PER_KG] = "peak_w / weight_kg",
	[SPEED] = "speed_m_min",
	[SPEED_X_GRADE] = "speed_m_min * grade_percent / 100",
};

static bool
value_of(variable v, const subject *s, double *value)
{
	const double *m = s->value;
	bool		has_minutes = is_known(s, MEASURE_TEST_MIN);
	double		minutes = m[MEASURE_TEST_MIN];

	switch (v)
	{
		case AGE:
			*value = m[MEASURE_ADULT_AGE];
			return is_known(s, MEASURE_ADULT_AGE);
		case HEIGHT_CM:
			*value = m[MEASURE_HEIGHT_CM];
			return is_known(s, MEASURE_HEIGHT_CM);
		case HEIGHT_IN:
			*value = m[MEASURE_HEIGHT_CM] / CM_OF_AN_INCH;
			return is_known(s, MEASURE_HEIGHT_CM);
		case WEIGHT_KG:
			*value = m[MEASURE_WEIGHT_KG];
			return is_known(s, MEASURE_WEIGHT_KG);
		case WEIGHT_LB:
			*value = m[MEASURE_WEIGHT_KG] / KG_OF_A_POUND;
			return is_known(s, MEASURE_WEIGHT_KG);
		case SEX_0_1:
			*value = s->sex == FEMALE ? 1 : 0;
			return s->sex != UNKNOWN;
		case SEX_1_2:
			*value = s->sex == FEMALE ? 2 : 1;
			return s->sex != UNKNOWN;
		case MODE_1_2:
			*value = s->mode == MODE_CYCLE ? 2 : 1;
			return s->mode != UNKNOWN;
		case MINUTES:
			*value = minutes;
			return has_minutes;
		case MINUTES_2:
			*value = minutes * minutes;
			return has_minutes;
		case MINUTES_3:
			*value = minutes * minutes * minutes;
			return has_minutes;
		case WATTS:
			*value = m[MEASURE_PEAK_W];
			return is_known(s, MEASURE_PEAK_W);
		case WATTS_PER_KG:
			if (!is_known(s, MEASURE_PEAK_W) || !is_known(s, MEASURE_WEIGHT_KG))
				return false;
			*value = m[MEASURE_PEAK_W] / m[MEASURE_WEIGHT_KG];
			return true;
		case SPEED:
			*value = m[MEASURE_SPEED_M_MIN];
			return is_known(s, MEASURE_SPEED_M_MIN);
		case SPEED_X_GRADE:
			*value = m[MEASURE_SPEED_M_MIN] * (m[MEASURE_GRADE_PERCENT] / 100.0);
			return is_known(s, MEASURE_SPEED_M_MIN) && is_known(s, MEASURE_GRADE_PERCENT);
		case NO_VARIABLE:
		case N_VARIABLES:
			break;
	}
	return false;
}

const equation *
find_equation(const equation *rows, int n, int code, int of_sex)
{
	for (int i = 0; i < n; i++)
		if (rows[i].code == code &&
			(rows[i].sexes == BOTH || (of_sex != UNKNOWN && (rows[i].sexes & (1u << of_sex)))))
			return &rows[i];
	return NULL;
}

bool
evaluate_equation(const equation *row, const subject *s, double *value)
{
	double		sum = row->constant;

	for (int t = 0; t < MAX_TERMS && row->terms[t].variable != NO_VARIABLE; t++)
	{
		double		x;

		if (!value_of(row->terms[t].variable, s, &x))
			return false;
		sum += row->terms[t].coefficient * x;
	}
	*value = round_to_nine_decimals(sum);
	return true;
}

void
print_equation(const equation *row, char *buffer)
{
	char	   *at = buffer;

	at += snprintf(at, RULE_TEXT, "%g", row->constant);
	for (int t = 0; t < MAX_TERMS && row->terms[t].variable != NO_VARIABLE; t++)
	{
		double		coefficient = row->terms[t].coefficient;

		at += snprintf(at, (size_t) (RULE_TEXT - (at - buffer)), " %c %g * %s",
					   coefficient < 0 ? '-' : '+', fabs(coefficient),
					   variable_names[row->terms[t].variable]);
	}
}

int
sex_of_equation(const equation *row)
{
	return row->sexes == BOTH ? UNKNOWN : row->sexes == MEN ? MALE : FEMALE;
}
