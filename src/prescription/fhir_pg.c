/* fhir_pg.c: see fhir_pg.h. */
#include "prescription/fhir_pg.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/date.h"

/* A date of FHIR has four digits of a year. */
static day_number
check_fhir_date(day_number date, const char *what)
{
	if (!is_day(date))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s is outside 0001-01-01..9999-12-31", what),
				 errhint("Give the date of a programme, not infinity.")));
	return date;
}

/* NO_DAY if it is NULL. */
day_number
fhir_get_date(FunctionCallInfo fcinfo, int arg, const char *what)
{
	return PG_ARGISNULL(arg) ? NO_DAY : check_fhir_date(PG_GETARG_DATEADT(arg), what);
}

_Noreturn void
fhir_refuse(const char *what, const char *expected)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s must be %s", what, expected)));
}

bool
fhir_has_member(JsonbContainer *object, const char *key)
{
	JsonbValue	value;

	return getKeyJsonValueFromContainer(object, key, strlen(key), &value) != NULL && value.type != jbvNull;
}

/* FHIR knows no null: a fragment that has one would make the resource invalid. */
void
fhir_check_no_null(Jsonb *fragment, const char *what)
{
	JsonbIterator *iterator = JsonbIteratorInit(&fragment->root);
	JsonbIteratorToken token;
	JsonbValue	value;

	while ((token = JsonbIteratorNext(&iterator, &value, false)) != WJB_DONE)
		if ((token == WJB_VALUE || token == WJB_ELEM) && value.type == jbvNull)
			fhir_refuse(what, "without null, which FHIR does not know");
}

bool
fhir_is_reference(JsonbContainer *object)
{
	return fhir_has_member(object, "reference") || fhir_has_member(object, "identifier") || fhir_has_member(object, "display");
}

Jsonb *
fhir_get_fragment(FunctionCallInfo fcinfo, int arg, const char *what)
{
	Jsonb	   *fragment;

	if (PG_ARGISNULL(arg))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s is needed", what),
				 errdetail("The profile requires it.")));
	fragment = PG_GETARG_JSONB_P(arg);
	fhir_check_no_null(fragment, what);
	return fragment;
}

Jsonb *
fhir_get_reference(FunctionCallInfo fcinfo, int arg, const char *what)
{
	Jsonb	   *fragment = fhir_get_fragment(fcinfo, arg, what);

	if (!JB_ROOT_IS_OBJECT(fragment) || !fhir_is_reference(&fragment->root))
		fhir_refuse(what, A_REFERENCE);
	return fragment;
}

/* ---- pieces of resources ---- */

void
fhir_put_fragment(json_writer *w, const char *key, JsonbContainer *fragment)
{
	JsonbValue	value = {.type = jbvBinary};

	value.val.binary.data = fragment;
	value.val.binary.len = 0;
	if (key != NULL)
		put_key(w, key);
	put_value(w, &value);
}

void
fhir_put_date(json_writer *w, const char *key, day_number date, const char *what)
{
	char		text[DAY_TEXT];

	day_print(check_fhir_date(date, what), text);
	put_label(w, key, pstrdup(text));
}

void
fhir_put_coding(json_writer *w, const char *system, const char *code, const char *display)
{
	begin_array(w, "coding");
	begin_object(w);
	put_label(w, "system", system);
	put_label(w, "code", code);
	if (display != NULL)
		put_label(w, "display", display);
	end_object(w);
	end_array(w);
}

/* What both profiles begin with. */
void
fhir_begin_resource(json_writer *w, const char *type, const char *profile, const char *words)
{
	StringInfoData div;

	begin_object(w);
	put_label(w, "resourceType", type);
	put_key(w, "meta");
	begin_object(w);
	begin_array(w, "profile");
	put_text(w, profile, strlen(profile));
	end_array(w);
	end_object(w);

	initStringInfo(&div);
	appendStringInfoString(&div, "<div xmlns=\"http://www.w3.org/1999/xhtml\">");
	for (const char *at = words; *at != '\0'; at++)
		switch (*at)
		{
			case '<':
				appendStringInfoString(&div, "&lt;");
				break;
			case '>':
				appendStringInfoString(&div, "&gt;");
				break;
			case '&':
				appendStringInfoString(&div, "&amp;");
				break;
			default:
				appendStringInfoChar(&div, *at);
		}
	appendStringInfoString(&div, "</div>");
	put_key(w, "text");
	begin_object(w);
	put_label(w, "status", "generated");
	put_label(w, "div", div.data);
	end_object(w);

	begin_array(w, "category");
	begin_object(w);
	fhir_put_coding(w, GUIDE "CodeSystem/pa-temporary-codes", "PhysicalActivity", NULL);
	end_object(w);
	end_array(w);
}

int
fhir_first_day(day_number start, int week)
{
	return start + DAYS_PER_WEEK * (week - 1);
}

Datum
fhir_weeks(int first, int last, bool *isnull)
{
	*isnull = first == 0 || last == 0;
	return *isnull ? (Datum) 0 : whole_range(first, last);
}
