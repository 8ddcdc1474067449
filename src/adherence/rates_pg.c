/* rates_pg.c: what a summary says: counts, rates, dose intensity. */
#include "adherence/adherence_pg.h"

#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_planned_sessions);
PG_FUNCTION_INFO_V1(exonc_attended_sessions);
PG_FUNCTION_INFO_V1(exonc_policy);
PG_FUNCTION_INFO_V1(exonc_attendance);
PG_FUNCTION_INFO_V1(exonc_modification_rate);
PG_FUNCTION_INFO_V1(exonc_modification_rate_of_attended);
PG_FUNCTION_INFO_V1(exonc_pretreatment_modification_rate);
PG_FUNCTION_INFO_V1(exonc_early_termination_rate);
PG_FUNCTION_INFO_V1(exonc_rescheduled_rate);
PG_FUNCTION_INFO_V1(exonc_any_modification_rate);
PG_FUNCTION_INFO_V1(exonc_attendance_at_least);
PG_FUNCTION_INFO_V1(exonc_dose_intensity);
PG_FUNCTION_INFO_V1(exonc_mean_dose_intensity);
PG_FUNCTION_INFO_V1(exonc_dose_intensity_at_least);
PG_FUNCTION_INFO_V1(exonc_adherence_rates);
PG_FUNCTION_INFO_V1(exonc_adherence_doses);
PG_FUNCTION_INFO_V1(exonc_check_session);

static const char *const unit_labels[] = DOSE_UNIT_LABELS;
static const char *const cap_labels[] = DOSE_CAP_LABELS;

Datum
exonc_planned_sessions(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(adherence_count(PG_GETARG_ADHERENCE(0)).planned);
}

Datum
exonc_attended_sessions(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(adherence_count(PG_GETARG_ADHERENCE(0)).attended);
}

Datum
exonc_policy(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_ADHERENCE(0)->policy);
}

static Datum
return_ratio(FunctionCallInfo fcinfo, ratio r)
{
	if (!r.known)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(ratio_value(&r));
}

#define RATE_FUNCTION(name, rate) \
	Datum name(PG_FUNCTION_ARGS) \
	{ \
		return return_ratio(fcinfo, adherence_rate(PG_GETARG_ADHERENCE(0), rate)); \
	}

RATE_FUNCTION(exonc_attendance, RATE_ATTENDANCE)
RATE_FUNCTION(exonc_modification_rate, RATE_REDUCED)
RATE_FUNCTION(exonc_modification_rate_of_attended, RATE_REDUCED_OF_ATTENDED)
RATE_FUNCTION(exonc_pretreatment_modification_rate, RATE_LOWERED_BEFORE)
RATE_FUNCTION(exonc_early_termination_rate, RATE_ENDED_EARLY)
RATE_FUNCTION(exonc_rescheduled_rate, RATE_RESCHEDULED)
RATE_FUNCTION(exonc_any_modification_rate, RATE_MODIFIED)

static Datum
return_at_least(FunctionCallInfo fcinfo, ratio r, double threshold, double limit)
{
	int64_t		billionths;
	status		st;

	if (!threshold_from_double(threshold, limit, &billionths, &st))
		exonc_raise(&st);
	if (!r.known)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(ratio_at_least(&r, billionths));
}

/* attendance_at_least(adherence, threshold) */
Datum
exonc_attendance_at_least(PG_FUNCTION_ARGS)
{
	return return_at_least(fcinfo, adherence_rate(PG_GETARG_ADHERENCE(0), RATE_ATTENDANCE),
						   PG_GETARG_FLOAT8(1), 1);
}

/* The enums dose_unit and dose_cap among the arguments; -1: there is none. */
typedef struct dose_enums
{
	enum_map	units;
	enum_map	caps;
} dose_enums;

static dose_enums *
get_dose_enums(FunctionCallInfo fcinfo, int unit_argument, int cap_argument)
{
	dose_enums *enums = fcinfo->flinfo->fn_extra;
	Oid		   *types;
	int			n_types;

	if (enums != NULL)
		return enums;
	enums = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(dose_enums));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	if (unit_argument >= 0)
		ENUM_MAP_FILL(enums->units, types[unit_argument], unit_labels);
	ENUM_MAP_FILL(enums->caps, types[cap_argument], cap_labels);
	fcinfo->flinfo->fn_extra = enums;
	return enums;
}

/* A NULL cap is that of the policy. */
static dose_cap
get_cap(FunctionCallInfo fcinfo, const dose_enums *enums, const adherence *a, int argument)
{
	adherence_policy policy;

	if (!PG_ARGISNULL(argument))
		return enum_map_code(&enums->caps, PG_GETARG_OID(argument));
	policy_unpack(a->policy, &policy);
	return policy.choice[CHOICE_CAP];
}

/* A NULL unit is the only one there is. */
static ratio
get_dose_ratio(FunctionCallInfo fcinfo, int unit_argument)
{
	const adherence *a = PG_GETARG_ADHERENCE(0);
	const dose_enums *enums = get_dose_enums(fcinfo, unit_argument, unit_argument + 1);
	dose_cap	cap = get_cap(fcinfo, enums, a, unit_argument + 1);
	ratio		none = {0, 0, false};
	int			unit;
	status		st;

	if (!PG_ARGISNULL(unit_argument))
		unit = enum_map_code(&enums->units, PG_GETARG_OID(unit_argument));
	else if (!adherence_only_unit(a, &unit, &st))
		exonc_raise(&st);
	return unit == UNKNOWN ? none : adherence_dose(a, unit, cap);
}

/* dose_intensity(adherence, unit, cap) */
Datum
exonc_dose_intensity(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	return return_ratio(fcinfo, get_dose_ratio(fcinfo, 1));
}

/* dose_intensity_at_least(adherence, threshold, unit, cap) */
Datum
exonc_dose_intensity_at_least(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	return return_at_least(fcinfo, get_dose_ratio(fcinfo, 2), PG_GETARG_FLOAT8(1), 10);
}

static bool
has_dose(const adherence *a, int unit)
{
	return a->doses[unit].sessions + a->doses[unit].open_sessions > 0;
}

/* mean_dose_intensity(adherence, cap): NULL if that of any unit is */
Datum
exonc_mean_dose_intensity(PG_FUNCTION_ARGS)
{
	const adherence *a;
	dose_cap	cap;
	double		sum = 0;
	int			n = 0;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	a = PG_GETARG_ADHERENCE(0);
	cap = get_cap(fcinfo, get_dose_enums(fcinfo, -1, 1), a, 1);
	for (int u = 0; u < N_UNITS; u++)
		if (has_dose(a, u))
		{
			ratio		r = adherence_dose(a, u, cap);

			if (!r.known)
				PG_RETURN_NULL();
			sum += ratio_value(&r);
			n++;
		}
	if (n == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sum / n);
}

/* adherence_rates(adherence): one row a rate */
Datum
exonc_adherence_rates(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const adherence *a = PG_GETARG_ADHERENCE(0);

	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; i < N_RATES; i++)
	{
		ratio		r = adherence_rate(a, i);
		Datum		values[] = {CStringGetTextDatum(rate_name(i)),
								Float8GetDatum(r.known ? ratio_value(&r) : 0),
								Int64GetDatum(r.numerator),
								CStringGetTextDatum(rate_numerator(i)),
								Int64GetDatum(r.denominator),
								CStringGetTextDatum(rate_denominator(i))};
		bool		nulls[lengthof(values)] = {false, !r.known};

		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* adherence_doses(adherence): one row a unit that has a dose */
Datum
exonc_adherence_doses(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const adherence *a = PG_GETARG_ADHERENCE(0);
	enum_map	units;

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(units, rsinfo->setDesc, 0, unit_labels);
	for (int u = 0; u < N_UNITS; u++)
	{
		const dose_sum *sum = &a->doses[u];
		Datum		values[7 + N_CAPS];
		bool		nulls[lengthof(values)] = {false};

		if (!has_dose(a, u))
			continue;
		values[0] = ObjectIdGetDatum(enum_map_oid(&units, u));
		values[1] = Int64GetDatum(sum->sessions);
		values[2] = Float8GetDatum(micro_to_double(sum->planned));
		values[3] = Float8GetDatum(micro_to_double(sum->delivered));
		values[4] = Float8GetDatum(micro_to_double(sum->capped));
		values[5] = Int64GetDatum(sum->open_sessions);
		values[6] = Float8GetDatum(micro_to_double(sum->open_planned));
		for (int cap = 0; cap < N_CAPS; cap++)
		{
			ratio		r = adherence_dose(a, u, cap);

			nulls[7 + cap] = !r.known;
			values[7 + cap] = Float8GetDatum(r.known ? ratio_value(&r) : 0);
		}
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* check_session(status, planned_dose, ...): what is wrong with it, or NULL */
Datum
exonc_check_session(PG_FUNCTION_ARGS)
{
	static const session_arguments at = {0, 1, 4};
	session_enums *enums = get_session_enums(fcinfo, &at);
	status		st;
	session		s;

	if (!read_session(fcinfo, enums, &at, &s, &st))
		PG_RETURN_TEXT_P(cstring_to_text(st.message));
	PG_RETURN_NULL();
}
