/* policy_pg.c: the SQL type adherence_policy. */
#include "adherence/adherence_pg.h"
#include "adherence/json_fields_pg.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

PG_FUNCTION_INFO_V1(adherence_policy_in);
PG_FUNCTION_INFO_V1(adherence_policy_out);
PG_FUNCTION_INFO_V1(adherence_policy_recv);
PG_FUNCTION_INFO_V1(adherence_policy_send);
PG_FUNCTION_INFO_V1(adherence_policy_hash);
PG_FUNCTION_INFO_V1(adherence_policy_hash_extended);
PG_FUNCTION_INFO_V1(adherence_policy_to_jsonb);
PG_FUNCTION_INFO_V1(jsonb_to_adherence_policy);
PG_FUNCTION_INFO_V1(exonc_adherence_policy);

static const char *const break_labels[] = BREAK_POLICY_LABELS;
static const char *const unlogged_labels[] = UNLOGGED_POLICY_LABELS;
static const char *const exit_labels[] = EXIT_POLICY_LABELS;
static const char *const cap_labels[] = DOSE_CAP_LABELS;

static adherence_policy
unpacked(int64 packed)
{
	adherence_policy policy;

	if (!policy_unpack(packed, &policy))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("adherence_policy has an unknown choice in its binary form")));
	return policy;
}

Datum
adherence_policy_in(PG_FUNCTION_ARGS)
{
	adherence_policy policy;
	status		st = {0};

	if (!policy_parse(PG_GETARG_CSTRING(0), &policy, &st))
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(exonc_sqlstate(st.code)), errmsg_internal("%s", st.message),
				 st.hint[0] != '\0' ? errhint("%s", st.hint) : 0));
	PG_RETURN_INT64(policy_pack(&policy));
}

Datum
adherence_policy_out(PG_FUNCTION_ARGS)
{
	adherence_policy policy = unpacked(PG_GETARG_INT64(0));
	char	   *text = palloc(POLICY_TEXT);

	policy_print(&policy, text);
	PG_RETURN_CSTRING(text);
}

Datum
adherence_policy_recv(PG_FUNCTION_ARGS)
{
	int64		packed = pq_getmsgint64((StringInfo) PG_GETARG_POINTER(0));

	unpacked(packed);
	PG_RETURN_INT64(packed);
}

Datum
adherence_policy_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendint64(&buffer, PG_GETARG_INT64(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

static int
adherence_policy_compare(FunctionCallInfo fcinfo)
{
	int64		a = PG_GETARG_INT64(0);
	int64		b = PG_GETARG_INT64(1);

	return (a > b) - (a < b);
}

EXONC_COMPARISONS(adherence_policy, adherence_policy_compare)

Datum
adherence_policy_hash(PG_FUNCTION_ARGS)
{
	int64		packed = PG_GETARG_INT64(0);

	return hash_any((unsigned char *) &packed, sizeof(packed));
}

Datum
adherence_policy_hash_extended(PG_FUNCTION_ARGS)
{
	int64		packed = PG_GETARG_INT64(0);

	return hash_any_extended((unsigned char *) &packed, sizeof(packed), PG_GETARG_INT64(1));
}

Datum
adherence_policy_to_jsonb(PG_FUNCTION_ARGS)
{
	int64		packed = PG_GETARG_INT64(0);
	JsonbParseState *state = NULL;

	unpacked(packed);
	pushJsonbValue(&state, WJB_BEGIN_OBJECT, NULL);
	push_json_policy(&state, packed);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(pushJsonbValue(&state, WJB_END_OBJECT, NULL)));
}

static bool
take_choice(void *policy, const char *name, int name_length, const char *text, int text_length, status *st)
{
	int			choice = policy_choice_by_name(name, name_length);

	if (choice >= 0)
		return policy_set(policy, choice, text, text_length, st);
	status_fail(st, FAULT_INVALID_PARAMETER, "adherence_policy has no choice \"%.*s\"", name_length, name);
	status_hint(st, "Give a JSON object with some of breaks, unlogged, after_exit, cap, run_sessions, tail_sessions.");
	return false;
}

Datum
jsonb_to_adherence_policy(PG_FUNCTION_ARGS)
{
	adherence_policy policy = unpacked(policy_default());

	if (!read_json_fields(&PG_GETARG_JSONB_P(0)->root, NULL, take_choice, &policy))
		not_json_of("adherence_policy");
	PG_RETURN_INT64(policy_pack(&policy));
}

/* adherence_policy(breaks, unlogged, after_exit, cap, run_sessions, tail_sessions); NULL is the default */
Datum
exonc_adherence_policy(PG_FUNCTION_ARGS)
{
	enum_map   *maps = fcinfo->flinfo->fn_extra;
	adherence_policy policy = unpacked(policy_default());
	status		st;

	if (maps == NULL)
	{
		Oid		   *types;
		int			n_types;

		maps = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(enum_map) * N_CHOICES);
		get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
		ENUM_MAP_FILL(maps[CHOICE_BREAKS], types[CHOICE_BREAKS], break_labels);
		ENUM_MAP_FILL(maps[CHOICE_UNLOGGED], types[CHOICE_UNLOGGED], unlogged_labels);
		ENUM_MAP_FILL(maps[CHOICE_AFTER_EXIT], types[CHOICE_AFTER_EXIT], exit_labels);
		ENUM_MAP_FILL(maps[CHOICE_CAP], types[CHOICE_CAP], cap_labels);
		fcinfo->flinfo->fn_extra = maps;
	}
	for (int c = 0; c < N_CHOICES; c++)
		if (!PG_ARGISNULL(c))
			policy.choice[c] = policy_choice_is_number(c)
				? PG_GETARG_INT32(c)
				: enum_map_code(&maps[c], PG_GETARG_OID(c));
	if (!policy_check(&policy, &st))
		exonc_raise(&st);
	PG_RETURN_INT64(policy_pack(&policy));
}
