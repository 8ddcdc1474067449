/*
 * from_json_pg.c: a prescription from jsonb, in the schema of to_json_pg.c.
 *
 * The JSON is written as text, which the parser then reads: so every rule of
 * the text form holds for JSON as well, and there is one place for them.
 */
#include "prescription/json_reader_pg.h"

PG_FUNCTION_INFO_V1(jsonb_to_prescription);

static void
write_target(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"level", "unit", "value", NULL};
	JsonbContainer *object;
	JsonbValue	member;
	char	   *unit;
	const vocabulary_entry *entry;

	if (value->type == jbvNull)
	{
		appendStringInfoChar(out, '?');
		return;
	}
	object = json_members(value, "intensity", keys);
	if (json_get(object, "level", &member))
	{
		if (JsonContainerSize(object) != 1)
			json_refuse("intensity", "a level, or a unit with a value");
		write_vocabulary(out, &member, "level", WORD_LEVEL);
		return;
	}
	member = json_need(object, "unit");
	unit = json_string(&member, "unit");
	entry = *unit == '\0' ? NULL : vocabulary_find(unit, strlen(unit));
	if (entry != NULL && entry->class == WORD_SCALE)
	{
		appendStringInfo(out, "%s ", unit);
		write_needed_quantity(out, object, "value");
		return;
	}
	if (percent_unit_find(unit, strlen(unit)) == UNKNOWN && (entry == NULL || entry->class != WORD_UNIT))
		json_refuse("unit", "a unit of intensity");
	write_needed_quantity(out, object, "value");
	appendStringInfoString(out, unit);
}

static void
write_targets(StringInfo out, const JsonbValue *value)
{
	int			n;
	JsonbValue *targets = json_elements(value, "intensity", &n);

	for (int i = 0; i < n; i++)
	{
		appendStringInfoChar(out, i == 0 ? '@' : '|');
		write_target(out, &targets[i]);
	}
}

/* {"amount", "unit"} of time, with an intensity where a step has one. */
static void
write_time(StringInfo out, const JsonbValue *value, const char *what, bool is_step)
{
	static const char *const keys[] = {"amount", "unit", "intensity", NULL};
	static const char *const plain_keys[] = {"amount", "unit", NULL};
	JsonbContainer *object = json_members(value, what, is_step ? keys : plain_keys);
	JsonbValue	member;

	write_needed_quantity(out, object, "amount");
	member = json_need(object, "unit");
	write_vocabulary(out, &member, "unit", WORD_TIME_UNIT);
	if (json_get(object, "intensity", &member))
		write_targets(out, &member);
}

static void
write_frequency(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"times", "per", "split", NULL};
	static const char *const share_keys[] = {"times", "supervision", NULL};
	JsonbContainer *object = json_members(value, "frequency", keys);
	JsonbValue	member;

	write_needed_quantity(out, object, "times");
	write_period(out, object, false);
	if (json_get(object, "split", &member))
	{
		int			n;
		JsonbValue *shares = json_elements(&member, "split", &n);

		for (int i = 0; i < n; i++)
		{
			JsonbContainer *share = json_members(&shares[i], "split", share_keys);

			appendStringInfoChar(out, i == 0 ? '(' : '+');
			member = json_need(share, "times");
			write_number(out, &member, "times");
			member = json_need(share, "supervision");
			write_label(out, &member, "supervision", supervision_labels, N_SUPERVISIONS, WORD_SUPERVISION);
		}
		appendStringInfoChar(out, ')');
	}
}

static void
write_volume(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"amount", "unit", "per", NULL};
	JsonbContainer *object = json_members(value, "volume", keys);
	JsonbValue	unit = json_need(object, "unit");

	appendStringInfoString(out, "vol ");
	write_needed_quantity(out, object, "amount");
	if (strcmp(json_string(&unit, "unit"), "min") == 0)
		appendStringInfoString(out, "min");
	else
		write_vocabulary(out, &unit, "unit", WORD_VOLUME_UNIT);
	write_period(out, object, false);
}

static void
write_dose(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"sets", "repetitions", "hold", NULL};
	JsonbContainer *object = json_members(value, "dose", keys);
	JsonbValue	hold;

	write_needed_quantity(out, object, "sets");
	appendStringInfoChar(out, 'x');
	if (!json_get(object, "hold", &hold))
		write_needed_quantity(out, object, "repetitions");
	else if (JsonContainerSize(object) != 2)
		json_refuse("dose", "sets with repetitions, or sets with a hold");
	else
		write_time(out, &hold, "hold", false);
}

static void
write_intervals(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"repeats", "steps", NULL};
	JsonbContainer *object = json_members(value, "intervals", keys);
	JsonbValue	member = json_need(object, "steps");
	int			n;
	JsonbValue *steps = json_elements(&member, "steps", &n);

	write_needed_quantity(out, object, "repeats");
	for (int i = 0; i < n; i++)
	{
		appendStringInfoString(out, i == 0 ? "x(" : ", ");
		write_time(out, &steps[i], "steps", true);
	}
	appendStringInfoChar(out, ')');
}

static void
write_alternation(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"every_weeks", "schemes", NULL};
	static const char *const scheme_keys[] = {"sets", "repetitions", "intensity", NULL};
	JsonbContainer *object = json_members(value, "alternation", keys);
	JsonbValue	member = json_need(object, "schemes");
	int			n;
	JsonbValue *schemes = json_elements(&member, "schemes", &n);

	appendStringInfoString(out, "alt ");
	member = json_need(object, "every_weeks");
	write_number(out, &member, "every_weeks");
	for (int i = 0; i < n; i++)
	{
		JsonbContainer *scheme = json_members(&schemes[i], "schemes", scheme_keys);

		appendStringInfoString(out, i == 0 ? "wk(" : ", ");
		write_needed_quantity(out, scheme, "sets");
		appendStringInfoChar(out, 'x');
		write_needed_quantity(out, scheme, "repetitions");
		member = json_need(scheme, "intensity");
		write_targets(out, &member);
	}
	appendStringInfoChar(out, ')');
}

/* The parser checks whether a unit may stand here; this keeps it one token. */
static void
write_step_unit(StringInfo out, JsonbContainer *object)
{
	JsonbValue	member = json_need(object, "unit");
	char	   *unit = json_string(&member, "unit");

	for (int u = 0; u < N_STEP_UNITS; u++)
		if (strcmp(step_unit_text(u), unit) == 0)
		{
			appendStringInfoString(out, unit);
			return;
		}
	json_refuse("unit", "a unit of progression");
}

static void
write_progression_step(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"direction", "by", "unit", "every", "per", "until", NULL};
	static const char *const until_keys[] = {"amount", "unit", NULL};
	JsonbContainer *object = json_members(value, "steps", keys);
	JsonbValue	member = json_need(object, "direction");
	char	   *direction = json_string(&member, "direction");

	if (strcmp(direction, "up") != 0 && strcmp(direction, "down") != 0)
		json_refuse("direction", "\"up\" or \"down\"");
	appendStringInfoChar(out, *direction == 'u' ? '+' : '-');
	write_needed_quantity(out, object, "by");
	write_step_unit(out, object);
	if (json_get(object, "every", &member))
	{
		StringInfoData per;

		initStringInfo(&per);
		write_period(&per, object, true);
		appendStringInfoChar(out, '/');
		write_number(out, &member, "every");
		appendStringInfoString(out, per.data + 1);
	}
	else if (json_get(object, "per", &member))
		json_refuse("every", "there where \"per\" is");
	if (json_get(object, "until", &member))
	{
		JsonbContainer *until = json_members(&member, "until", until_keys);

		appendStringInfoString(out, " to ");
		member = json_need(until, "amount");
		write_number(out, &member, "amount");
		write_step_unit(out, until);
	}
}

static void
write_progression(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"rule", "steps", NULL};
	JsonbContainer *object = json_members(value, "progression", keys);
	JsonbValue	member = json_need(object, "rule");
	char	   *rule = json_string(&member, "rule");
	bool		may_step = strcmp(rule, "steps") == 0 || strcmp(rule, "two_for_two") == 0;

	if (!may_step && strcmp(rule, "none") != 0 && strcmp(rule, "auto") != 0)
		json_refuse("rule", "\"none\", \"auto\", \"steps\" or \"two_for_two\"");
	appendStringInfo(out, "prog %s", strcmp(rule, "steps") == 0 ? "" : may_step ? "tworep" : rule);
	if (json_get(object, "steps", &member))
	{
		int			n;
		JsonbValue *steps = json_elements(&member, "steps", &n);

		if (!may_step)
			json_refuse("steps", "absent with this rule");
		for (int i = 0; i < n; i++)
		{
			appendStringInfoString(out, i == 0 ? " " : ", ");
			write_progression_step(out, &steps[i]);
		}
	}
}

static void
write_settings(StringInfo out, const JsonbValue *value)
{
	int			n;
	JsonbValue *settings = json_elements(value, "settings", &n);

	for (int i = 0; i < n; i++)
	{
		appendStringInfoString(out, i == 0 ? "via " : "|");
		write_label(out, &settings[i], "settings", setting_labels, N_SETTINGS, WORD_SETTING);
	}
}

static void
write_note(StringInfo out, const JsonbValue *value)
{
	char	   *note = json_string(value, "note");

	if (strpbrk(note, "\"\n") != NULL)
		json_refuse("note", "a string without double quotes and line ends");
	appendStringInfo(out, "\"%s\"", note);
}

static void
write_clauses(StringInfo out, JsonbContainer *object)
{
	JsonbValue	value;

	if (json_get(object, "frequency", &value))
		write_frequency(out, &value), appendStringInfoChar(out, ' ');
	if (json_get(object, "supervision", &value))
	{
		write_label(out, &value, "supervision", supervision_labels, N_SUPERVISIONS, WORD_SUPERVISION);
		appendStringInfoChar(out, ' ');
	}
	if (json_get(object, "time", &value))
		write_time(out, &value, "time", false), appendStringInfoChar(out, ' ');
	if (json_get(object, "volume", &value))
		write_volume(out, &value), appendStringInfoChar(out, ' ');
	if (json_get(object, "dose", &value))
		write_dose(out, &value), appendStringInfoChar(out, ' ');
	if (json_get(object, "intervals", &value))
		write_intervals(out, &value), appendStringInfoChar(out, ' ');
	if (json_get(object, "intensity", &value))
		write_targets(out, &value), appendStringInfoChar(out, ' ');
	if (json_get(object, "alternation", &value))
		write_alternation(out, &value), appendStringInfoChar(out, ' ');
	if (json_get(object, "exercises", &value))
	{
		appendStringInfoString(out, "ex ");
		write_quantity(out, &value, "exercises"), appendStringInfoChar(out, ' ');
	}
	if (json_get(object, "rest", &value))
		appendStringInfoString(out, "rest "), write_time(out, &value, "rest", false), appendStringInfoChar(out, ' ');
	if (json_get(object, "warm_up", &value))
		appendStringInfoString(out, "warm "), write_time(out, &value, "warm_up", true), appendStringInfoChar(out, ' ');
	if (json_get(object, "cool_down", &value))
		appendStringInfoString(out, "cool "), write_time(out, &value, "cool_down", true), appendStringInfoChar(out, ' ');
	if (json_get(object, "progression", &value))
		write_progression(out, &value), appendStringInfoChar(out, ' ');
	if (json_get(object, "settings", &value))
		write_settings(out, &value), appendStringInfoChar(out, ' ');
	if (json_get(object, "note", &value))
		write_note(out, &value), appendStringInfoChar(out, ' ');
}

#define CLAUSE_KEYS \
	"frequency", "supervision", "time", "volume", "dose", "intervals", "intensity", "alternation", "exercises", \
		"rest", "warm_up", "cool_down", "progression", "settings", "note"

static void
write_component(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"modality", "modes", CLAUSE_KEYS, NULL};
	JsonbContainer *object = json_members(value, "component", keys);
	JsonbValue	member = json_need(object, "modality");

	write_label(out, &member, "modality", exercise_modality_labels, N_MODALITIES_OF_EXERCISE, WORD_MODALITY);
	appendStringInfoChar(out, ' ');
	if (json_get(object, "modes", &member))
	{
		int			n;
		JsonbValue *modes = json_elements(&member, "modes", &n);

		for (int i = 0; i < n; i++)
		{
			if (i > 0)
				appendStringInfoChar(out, '|');
			write_free_word(out, &modes[i], "modes");
		}
		appendStringInfoChar(out, ' ');
	}
	write_clauses(out, object);
}

static void
write_unit(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"components", CLAUSE_KEYS, NULL};
	JsonbValue	member;
	JsonbContainer *object;
	int			n;
	JsonbValue *components;

	if (value->type != jbvBinary || !JsonContainerIsObject(value->val.binary.data))
		json_refuse("parts", "arrays of objects");
	if (!json_get(value->val.binary.data, "components", &member))
	{
		write_component(out, value);
		return;
	}
	object = json_members(value, "session", keys);
	components = json_elements(&member, "components", &n);
	appendStringInfoString(out, "ses ");
	write_clauses(out, object);
	for (int i = 0; i < n; i++)
	{
		appendStringInfoChar(out, i == 0 ? '{' : '&');
		write_component(out, &components[i]);
	}
	appendStringInfoChar(out, '}');
}

static void
write_block(StringInfo out, const JsonbValue *value)
{
	static const char *const keys[] = {"weeks", "cycle_days", "cycle_length", "while", "parts", NULL};
	JsonbContainer *object = json_members(value, "blocks", keys);
	JsonbValue	member;
	bool		by_weeks = json_get(object, "weeks", &member);
	int			n_parts;
	JsonbValue *parts;

	if (by_weeks)
		appendStringInfoString(out, "wk "), write_quantity(out, &member, "weeks");
	if (json_get(object, "cycle_days", &member))
	{
		if (by_weeks)
			json_refuse("cycle_days", "absent where \"weeks\" is there");
		appendStringInfoString(out, "cd "), write_quantity(out, &member, "cycle_days");
		member = json_need(object, "cycle_length");
		appendStringInfoChar(out, '/'), write_number(out, &member, "cycle_length");
		by_weeks = true;
	}
	else if (json_get(object, "cycle_length", &member))
		json_refuse("cycle_days", "there where \"cycle_length\" is");
	if (json_get(object, "while", &member))
	{
		if (!by_weeks)
			json_refuse("while", "absent where no weeks or cycle days are");
		appendStringInfoString(out, " while "), write_free_word(out, &member, "while");
	}
	if (by_weeks)
		appendStringInfoString(out, ": ");
	member = json_need(object, "parts");
	parts = json_elements(&member, "parts", &n_parts);
	for (int i = 0; i < n_parts; i++)
	{
		int			n;
		JsonbValue *units = json_elements(&parts[i], "parts", &n);

		for (int j = 0; j < n; j++)
		{
			if (i + j > 0)
				appendStringInfoString(out, j == 0 ? " & " : " or ");
			write_unit(out, &units[j]);
		}
	}
}

Datum
jsonb_to_prescription(PG_FUNCTION_ARGS)
{
	static const char *const keys[] = {"blocks", NULL};
	Jsonb	   *json = PG_GETARG_JSONB_P(0);
	JsonbValue	root = {.type = jbvBinary, .val.binary = {.data = &json->root, .len = VARSIZE_ANY_EXHDR(json)}};
	JsonbValue	member;
	StringInfoData text;
	int			n;
	JsonbValue *blocks;

	if (JB_ROOT_IS_SCALAR(json) || !JB_ROOT_IS_OBJECT(json))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("cannot cast this jsonb to type prescription"),
				 SCHEMA_HINT));
	member = json_need(json_members(&root, "prescription", keys), "blocks");
	blocks = json_elements(&member, "blocks", &n);
	initStringInfo(&text);
	for (int i = 0; i < n; i++)
	{
		if (i > 0)
			appendStringInfoString(&text, "; ");
		write_block(&text, &blocks[i]);
	}
	PG_RETURN_POINTER(prescription_from_text(text.data, text.len, NULL));
}
