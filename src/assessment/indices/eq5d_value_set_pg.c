/*
 * eq5d_value_set_pg.c: an EQ-5D-5L value set from jsonb.
 *
 *   {"11111": 1, "11112": 0.922, ...}                 all 3125 states, or
 *   {"constant": 1, "MO": [0, -0.058, ...], ...}      the terms of a model
 *
 * Both may have "name" and "source", which are not read.
 */
#include "assessment/indices/eq5d_value_set_pg.h"

#include "common/json_reader_pg.h"

#include <math.h>

#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

static const char *const dimension_codes[] = EQ5D_DIMENSION_CODES;

#define BAD_VALUE_SET errcode(ERRCODE_INVALID_PARAMETER_VALUE)

/* The terms that are one number, where they go, and whether a model can do without. */
typedef struct scalar_term
{
	const char *key;
	size_t		offset;
	bool		required;
} scalar_term;

static const scalar_term scalar_terms[] = {
	{"constant", offsetof(eq5d_value_set, constant), true},
	{"any_above_1", offsetof(eq5d_value_set, any_above_1), false},
	{"any_4_or_5", offsetof(eq5d_value_set, any_4_or_5), false},
	{"any_5", offsetof(eq5d_value_set, any_5), false},
	{"squared_4_or_5", offsetof(eq5d_value_set, squared_4_or_5), false},
};

static const char *const other_keys[] = {"each_4_or_5", "decimals", "name", "source"};

/* A key of the set; NULL if it is not there. */
static JsonbValue *
value_of(Jsonb *json, const char *key)
{
	return getKeyJsonValueFromContainer(&json->root, key, strlen(key), NULL);
}

/* A number; what says of which it is, for the message. */
static double
number(const JsonbValue *value, const char *what)
{
	double		result;

	if (!json_number(value, &result))
		ereport(ERROR,
				(BAD_VALUE_SET, errmsg("%s of the EQ-5D-5L value set is not a number", what)));
	if (!(result >= -HIGHEST_TERM && result <= HIGHEST_TERM))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s of the EQ-5D-5L value set is outside %d..%d", what, -HIGHEST_TERM,
						HIGHEST_TERM)));
	return result;
}

/* A term as a decimal, rounded to the twelfth place. */
static eq5d_term
term(const JsonbValue *value, const char *what)
{
	Datum		unit = DirectFunctionCall1(int8_numeric, Int64GetDatum(INT64CONST(1000000000000)));

	StaticAssertStmt(TERM_DECIMALS == 12, "the unit of a term is 10^-12");
	(void) number(value, what);
	return DatumGetInt64(DirectFunctionCall1(
		numeric_int8,
		DirectFunctionCall2(numeric_mul, NumericGetDatum(value->val.numeric), unit)));
}

static JsonbValue *
required(Jsonb *json, const char *key)
{
	JsonbValue *value = value_of(json, key);

	if (value == NULL)
		ereport(ERROR,
				(BAD_VALUE_SET, errmsg("EQ-5D-5L value set lacks \"%s\"", key),
				 errhint("A value set has all 3125 states, or \"constant\" and \"MO\", \"SC\", \"UA\", \"PD\", \"AD\" with five numbers each.")));
	return value;
}

/* "MO": [five numbers] */
static void
read_levels(Jsonb *json, int dimension, eq5d_value_set *set)
{
	const char *code = dimension_codes[dimension];
	JsonbValue *value = required(json, code);
	JsonbContainer *list;
	int			n;

	if (value->type != jbvBinary || !JsonContainerIsArray(value->val.binary.data))
		ereport(ERROR,
				(BAD_VALUE_SET, errmsg("\"%s\" of the EQ-5D-5L value set is not an array", code)));
	list = value->val.binary.data;
	n = JsonContainerSize(list);
	if (n != N_LEVELS)
		ereport(ERROR,
				(BAD_VALUE_SET,
				 errmsg("\"%s\" of the EQ-5D-5L value set has %d numbers, not %d", code, n, N_LEVELS),
				 errhint("Give one for each level, that of level 1 too: usually 0.")));
	for (int level = 1; level <= N_LEVELS; level++)
		set->level[dimension][level - 1] =
			term(getIthJsonbValueFromContainer(list, level - 1), psprintf("level %d of \"%s\"", level, code));
}

/* "each_4_or_5": {"MO": number, ...}, all five */
static void
read_each_4_or_5(Jsonb *json, eq5d_value_set *set)
{
	JsonbValue *value = value_of(json, "each_4_or_5");

	if (value == NULL)
		return;
	if (value->type != jbvBinary || !JsonContainerIsObject(value->val.binary.data) ||
		JsonContainerSize(value->val.binary.data) != N_DIMENSIONS)
		ereport(ERROR,
				(BAD_VALUE_SET,
				 errmsg("\"each_4_or_5\" of the EQ-5D-5L value set is not an object with five numbers"),
				 errhint("Give \"MO\", \"SC\", \"UA\", \"PD\" and \"AD\".")));
	for (int d = 0; d < N_DIMENSIONS; d++)
	{
		const char *code = dimension_codes[d];
		JsonbValue *one = getKeyJsonValueFromContainer(value->val.binary.data, code, strlen(code), NULL);

		if (one == NULL)
			ereport(ERROR,
					(BAD_VALUE_SET,
					 errmsg("\"each_4_or_5\" of the EQ-5D-5L value set lacks \"%s\"", code)));
		set->each_4_or_5[d] = term(one, psprintf("\"%s\" in \"each_4_or_5\"", code));
	}
}

static int
read_decimals(Jsonb *json)
{
	JsonbValue *value = value_of(json, "decimals");
	double		decimals = value == NULL ? USUAL_DECIMALS : number(value, "\"decimals\"");

	if (decimals < 0 || decimals > HIGHEST_DECIMALS || decimals != rint(decimals))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("\"decimals\" of the EQ-5D-5L value set is not a whole number in 0..%d",
						HIGHEST_DECIMALS)));
	return (int) decimals;
}

static eq5d_value_set *
read_model(Jsonb *json)
{
	eq5d_value_set *set = palloc0(eq5d_value_set_size(false));

	for (int i = 0; i < lengthof(scalar_terms); i++)
	{
		const scalar_term *entry = &scalar_terms[i];
		JsonbValue *value = entry->required ? required(json, entry->key) : value_of(json, entry->key);

		if (value != NULL)
			*(eq5d_term *) ((char *) set + entry->offset) =
				term(value, psprintf("\"%s\"", entry->key));
	}
	for (int d = 0; d < N_DIMENSIONS; d++)
		read_levels(json, d, set);
	read_each_4_or_5(json, set);
	set->decimals = read_decimals(json);
	return set;
}

/* The state of a key such as "11121"; -1 if it is none. */
static int
state_of_key(const JsonbValue *key)
{
	int			state = 0;

	if (key->val.string.len != N_DIMENSIONS)
		return -1;
	for (int i = 0; i < N_DIMENSIONS; i++)
	{
		if (key->val.string.val[i] < '0' || key->val.string.val[i] > '9')
			return -1;
		state = state * 10 + (key->val.string.val[i] - '0');
	}
	return state;
}

/* Raises the error for a key that no value set has. */
static void
refuse_key(const JsonbValue *key)
{
	nearest_name nearest;

	nearest_name_init(&nearest, key->val.string.val, key->val.string.len);
	for (int d = 0; d < N_DIMENSIONS; d++)
		nearest_name_try(&nearest, dimension_codes[d], dimension_codes[d]);
	for (int i = 0; i < lengthof(scalar_terms); i++)
		nearest_name_try(&nearest, scalar_terms[i].key, scalar_terms[i].key);
	for (int i = 0; i < lengthof(other_keys); i++)
		nearest_name_try(&nearest, other_keys[i], other_keys[i]);
	ereport(ERROR,
			(BAD_VALUE_SET,
			 errmsg("EQ-5D-5L value set has an unknown key \"%.*s\"", key->val.string.len,
					key->val.string.val),
			 errdetail("The keys are constant, MO, SC, UA, PD, AD, any_above_1, any_4_or_5, any_5, each_4_or_5, squared_4_or_5, decimals, name, source; or the 3125 states, name, source."),
			 nearest_name_hint(&nearest)));
}

static void
check_model_key(const JsonbValue *key)
{
	for (int d = 0; d < N_DIMENSIONS; d++)
		if (json_is(key, dimension_codes[d]))
			return;
	for (int i = 0; i < lengthof(scalar_terms); i++)
		if (json_is(key, scalar_terms[i].key))
			return;
	for (int i = 0; i < lengthof(other_keys); i++)
		if (json_is(key, other_keys[i]))
			return;
	refuse_key(key);
}

/* All states; *set is filled from the keys that are one. */
static void
read_table_key(const JsonbValue *key, const JsonbValue *value, eq5d_value_set *set)
{
	int			place = state_place(state_of_key(key));

	if (place >= 0)
		set->value[place] = number(value, psprintf("state %.*s", key->val.string.len, key->val.string.val));
	else if (!json_is(key, "name") && !json_is(key, "source"))
		refuse_key(key);
}

eq5d_value_set *
eq5d_value_set_from_jsonb(Jsonb *json)
{
	eq5d_value_set *set = NULL;
	JsonbIterator *iterator;
	JsonbIteratorToken token;
	JsonbValue	key;
	JsonbValue	value;
	int			n_states = 0;
	status		st;

	if (!JB_ROOT_IS_OBJECT(json))
		ereport(ERROR, (BAD_VALUE_SET, errmsg("EQ-5D-5L value set is not a JSON object")));

	/* One state makes it a table. */
	iterator = JsonbIteratorInit(&json->root);
	while ((token = JsonbIteratorNext(&iterator, &key, true)) != WJB_DONE)
		if (token == WJB_KEY && state_place(state_of_key(&key)) >= 0)
			n_states++;
	if (n_states > 0)
	{
		set = palloc0(eq5d_value_set_size(true));
		set->is_table = true;
	}

	iterator = JsonbIteratorInit(&json->root);
	while ((token = JsonbIteratorNext(&iterator, &value, true)) != WJB_DONE)
		if (token == WJB_KEY)
		{
			key = value;
			if (set == NULL)
				check_model_key(&key);
		}
		else if (token == WJB_VALUE && set != NULL)
			read_table_key(&key, &value, set);

	if (set == NULL)
		set = read_model(json);
	else if (n_states < N_STATES)
		ereport(ERROR,
				(BAD_VALUE_SET,
				 errmsg("EQ-5D-5L value set has %d of the %d states", n_states, N_STATES)));
	if (!eq5d_check_signs(set, &st))
		exonc_raise(&st);
	return set;
}
