/* session_pg.c: a planned session from the arguments of a function. */
#include "adherence/adherence_pg.h"

#include "utils/lsyscache.h"

static const char *const status_labels[] = SESSION_STATUS_LABELS;
static const char *const unit_labels[] = DOSE_UNIT_LABELS;

session_enums *
make_session_enums(FunctionCallInfo fcinfo, const session_arguments *at)
{
	session_enums *enums;
	Oid		   *types;
	int			n_types;

	enums = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(session_enums));
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(enums->statuses, types[at->status], status_labels);
	if (at->planned >= 0)
		ENUM_MAP_FILL(enums->units, types[at->planned + 2], unit_labels);
	enums->policy = enums->standard = policy_default();
	enums->dispositions = policy_dispositions(enums->policy);
	fcinfo->flinfo->fn_extra = enums;
	return enums;
}

static inline bool
read_dose(FunctionCallInfo fcinfo, int argument, const char *name, micro *dose, status *st)
{
	*dose = NO_DOSE;
	return PG_ARGISNULL(argument) || session_dose(PG_GETARG_FLOAT8(argument), name, dose, st);
}

bool
read_session(FunctionCallInfo fcinfo, const session_enums *enums, const session_arguments *at,
			 session *s, status *st)
{
	s->status = PG_ARGISNULL(at->status)
		? UNKNOWN
		: enum_map_code(&enums->statuses, PG_GETARG_OID(at->status));
	s->unit = UNKNOWN;
	s->planned = s->delivered = NO_DOSE;
	s->changed = 0;
	s->unclear = ALL_CHANGES;
	if (at->planned >= 0)
	{
		if (!read_dose(fcinfo, at->planned, "planned_dose", &s->planned, st) ||
			!read_dose(fcinfo, at->planned + 1, "delivered_dose", &s->delivered, st))
			return false;
		if (!PG_ARGISNULL(at->planned + 2))
			s->unit = enum_map_code(&enums->units, PG_GETARG_OID(at->planned + 2));
	}
	if (at->changes >= 0)
		for (int c = 0; c < N_CHANGES; c++)
			if (!PG_ARGISNULL(at->changes + c))
			{
				s->unclear &= ~(1u << c);
				if (PG_GETARG_BOOL(at->changes + c))
					s->changed |= 1u << c;
			}
	return check_session(s, st);
}

void
get_session(FunctionCallInfo fcinfo, const session_enums *enums, const session_arguments *at,
			session *s)
{
	status		st;

	if (!read_session(fcinfo, enums, at, s, &st))
		exonc_raise(&st);
}
