/* grip_protocol_pg.c: grip_strength(). */
#include "assessment/performance/performance_pg.h"

#include "assessment/performance/grip_protocol.h"

PG_FUNCTION_INFO_V1(exonc_grip_strength);

/* grip_strength(protocol, right_kg, left_kg) returns float8 */
Datum
exonc_grip_strength(PG_FUNCTION_ARGS)
{
	enum
	{
		ARG_PROTOCOL,
		ARG_HANDS /* right, left */
	};
	static const char *const labels[] = GRIP_PROTOCOL_LABELS;
	static const enum_place places[] = {ENUM_OF_ARGUMENT(ARG_PROTOCOL, labels)};
	function_call *call = FUNCTION_CALL(fcinfo, places);
	int			protocol = call_enum(fcinfo, ARG_PROTOCOL, &call->enums[0]);
	hand_trials trials[N_HANDS];
	double		kg;
	bool		known;
	status		st;

	if (protocol == UNKNOWN)
		PG_RETURN_NULL();
	for (hand h = 0; h < N_HANDS; h++)
	{
		number_array numbers = read_numbers(fcinfo, ARG_HANDS + h);

		trials[h] = (hand_trials){numbers.n, numbers.values, numbers.missing};
	}
	if (!grip_by_protocol(protocol, trials, &known, &kg, &st))
		exonc_raise(&st);
	if (!known)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(kg);
}
