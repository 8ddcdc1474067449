/*
 * rurality: see rurality.h.
 *
 * Read in: ERS, Rural-Urban Commuting Area Codes, lists of 2010 (as reprinted in
 * the HINTS 5 codebook) and users' guide of 2020; the codes that occur in the
 * ZIP code file of 2020; HCUP, data elements PL_RUCA2005, PL_RUCA10_2005 and
 * PL_RUCA4_2005; WWAMI Rural Health Research Center, "Using RUCA Data"; ERS,
 * Rural-Urban Continuum Codes of 2003, 2013 and 2023; HRSA, "How We Define
 * Rural"; US Cancer Statistics, "Rural-Urban Continuum 2013, Grouped".
 */
#include "adherence/rurality.h"

#include "common/fields.h"
#include "common/table.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const scheme_labels[] = RURALITY_SCHEME_LABELS;
static const char *const class_labels[] = RURALITY_CLASS_LABELS;

_Static_assert(ENTRIES(scheme_labels) == N_RURALITY_SCHEMES, "every scheme has a label");
_Static_assert(ENTRIES(class_labels) == N_RURALITY_CLASSES, "every class has a label");

#define N_VINTAGES 3

/* Which lists have the code. */
enum
{
	FIRST = 1,
	SECOND = 2,
	THIRD = 4,
	IN_ALL = FIRST | SECOND | THIRD
};

typedef struct rural_code
{
	int			tenths;
	int			lists;
	rurality_class class[4];	/* under the schemes of the system, in their order */
	const char *description[2]; /* in the first two lists; in the third, if other words */
} rural_code;

/* clang-format off */
#define METRO(town)  {METROPOLITAN, town, RURALITY_B(town), RURALITY_C(town)}
#define MICRO(town)  {MICROPOLITAN, town, RURALITY_B(town), RURALITY_C(town)}
#define TOWN(town)   {SMALL_TOWN,   town, RURALITY_B(town), RURALITY_C(town)}
#define AREA(town)   {RURAL,        town, RURALITY_B(town), RURALITY_C(town)}

/* Categorisations B and C put classes of A together. */
#define RURALITY_B(town) ((town) == SMALL_RURAL || (town) == ISOLATED_RURAL ? SMALL_OR_ISOLATED_RURAL : (town))
#define RURALITY_C(town) ((town) == URBAN ? URBAN : RURAL)

/* RUCA: lists of 2000, 2010, 2020. The secondary flow is the second largest commuting flow of the tract. */
static const rural_code ruca_codes[] = {
	/* code lists    group, and class of WWAMI A  description */
	{ 10, IN_ALL, METRO(URBAN),          {"metropolitan core: primary flow within an urban area of 50,000 or more"}},
	{ 11, IN_ALL, METRO(URBAN),          {"metropolitan core, secondary flow of 30 to 50 % to a larger metropolitan core"}},
	{ 20, IN_ALL, METRO(URBAN),          {"metropolitan, high commuting: primary flow of 30 % or more to a metropolitan core"}},
	{ 21, IN_ALL, METRO(URBAN),          {"metropolitan, high commuting, secondary flow of 30 to 50 % to a larger metropolitan core"}},
	{ 30, IN_ALL, METRO(URBAN),          {"metropolitan, low commuting: primary flow of 10 to 30 % to a metropolitan core"}},
	{ 40, IN_ALL, MICRO(LARGE_RURAL),    {"micropolitan core: primary flow within an urban area of 10,000 to 49,999"}},
	{ 41, IN_ALL, MICRO(URBAN),          {"micropolitan core, secondary flow of 30 to 50 % to a metropolitan core"}},
	{ 42, FIRST,  MICRO(LARGE_RURAL),    {"micropolitan core, secondary flow of 10 to 30 % to a metropolitan core"}},
	{ 50, IN_ALL, MICRO(LARGE_RURAL),    {"micropolitan, high commuting: primary flow of 30 % or more to a micropolitan core"}},
	{ 51, IN_ALL, MICRO(URBAN),          {"micropolitan, high commuting, secondary flow of 30 to 50 % to a metropolitan core"}},
	{ 52, FIRST,  MICRO(LARGE_RURAL),    {"micropolitan, high commuting, secondary flow of 10 to 30 % to a metropolitan core"}},
	{ 60, IN_ALL, MICRO(LARGE_RURAL),    {"micropolitan, low commuting: primary flow of 10 to 30 % to a micropolitan core"}},
	{ 61, FIRST,  MICRO(LARGE_RURAL),    {"micropolitan, low commuting, secondary flow of 10 to 30 % to a metropolitan core"}},
	{ 70, IN_ALL, TOWN(SMALL_RURAL),     {"small town core: primary flow within an urban area of 2,500 to 9,999",
	                                      "small town core: primary flow within an urban area of up to 9,999"}},
	{ 71, IN_ALL, TOWN(URBAN),           {"small town core, secondary flow of 30 to 50 % to a metropolitan core"}},
	{ 72, IN_ALL, TOWN(SMALL_RURAL),     {"small town core, secondary flow of 30 to 50 % to a micropolitan core"}},
	{ 73, FIRST,  TOWN(SMALL_RURAL),     {"small town core, secondary flow of 10 to 30 % to a metropolitan core"}},
	{ 74, FIRST,  TOWN(SMALL_RURAL),     {"small town core, secondary flow of 10 to 30 % to a micropolitan core"}},
	{ 80, IN_ALL, TOWN(SMALL_RURAL),     {"small town, high commuting: primary flow of 30 % or more to a small town core"}},
	{ 81, IN_ALL, TOWN(URBAN),           {"small town, high commuting, secondary flow of 30 to 50 % to a metropolitan core"}},
	{ 82, IN_ALL, TOWN(SMALL_RURAL),     {"small town, high commuting, secondary flow of 30 to 50 % to a micropolitan core"}},
	{ 83, FIRST,  TOWN(SMALL_RURAL),     {"small town, high commuting, secondary flow of 10 to 30 % to a metropolitan core"}},
	{ 84, FIRST,  TOWN(SMALL_RURAL),     {"small town, high commuting, secondary flow of 10 to 30 % to a micropolitan core"}},
	{ 90, IN_ALL, TOWN(SMALL_RURAL),     {"small town, low commuting: primary flow of 10 to 30 % to a small town core"}},
	{ 91, FIRST,  TOWN(SMALL_RURAL),     {"small town, low commuting, secondary flow of 10 to 30 % to a metropolitan core"}},
	{ 92, FIRST,  TOWN(SMALL_RURAL),     {"small town, low commuting, secondary flow of 10 to 30 % to a micropolitan core"}},
	{100, IN_ALL, AREA(ISOLATED_RURAL),  {"rural: primary flow to a tract outside of urban areas"}},
	{101, IN_ALL, AREA(URBAN),           {"rural, secondary flow of 30 to 50 % to a metropolitan core"}},
	{102, IN_ALL, AREA(ISOLATED_RURAL),  {"rural, secondary flow of 30 to 50 % to a micropolitan core"}},
	{103, IN_ALL, AREA(ISOLATED_RURAL),  {"rural, secondary flow of 30 to 50 % to a small town core"}},
	{104, FIRST,  AREA(ISOLATED_RURAL),  {"rural, secondary flow of 10 to 30 % to a metropolitan core"}},
	{105, FIRST,  AREA(ISOLATED_RURAL),  {"rural, secondary flow of 10 to 30 % to a micropolitan core"}},
	{106, FIRST,  AREA(ISOLATED_RURAL),  {"rural, secondary flow of 10 to 30 % to a small town core"}},
};

/* RUCC: lists of 2003, 2013, 2023. The Census Bureau raised the least size of an urban area from 2,500 to 5,000. */
static const rural_code rucc_codes[] = {
	/* code lists   metro or not     and its urban population  description */
	{10, IN_ALL, {METROPOLITAN,    METROPOLITAN},          {"county of a metropolitan area of 1 million or more"}},
	{20, IN_ALL, {METROPOLITAN,    METROPOLITAN},          {"county of a metropolitan area of 250,000 to 1 million"}},
	{30, IN_ALL, {METROPOLITAN,    METROPOLITAN},          {"county of a metropolitan area of fewer than 250,000"}},
	{40, IN_ALL, {NONMETROPOLITAN, NONMETROPOLITAN_URBAN}, {"urban population of 20,000 or more, adjacent to a metropolitan area"}},
	{50, IN_ALL, {NONMETROPOLITAN, NONMETROPOLITAN_URBAN}, {"urban population of 20,000 or more, not adjacent to a metropolitan area"}},
	{60, IN_ALL, {NONMETROPOLITAN, NONMETROPOLITAN_URBAN}, {"urban population of 2,500 to 19,999, adjacent to a metropolitan area",
	                                                        "urban population of 5,000 to 20,000, adjacent to a metropolitan area"}},
	{70, IN_ALL, {NONMETROPOLITAN, NONMETROPOLITAN_URBAN}, {"urban population of 2,500 to 19,999, not adjacent to a metropolitan area",
	                                                        "urban population of 5,000 to 20,000, not adjacent to a metropolitan area"}},
	{80, IN_ALL, {NONMETROPOLITAN, NONMETROPOLITAN_RURAL}, {"completely rural or urban population of fewer than 2,500, adjacent to a metropolitan area",
	                                                        "urban population of fewer than 5,000, adjacent to a metropolitan area"}},
	{90, IN_ALL, {NONMETROPOLITAN, NONMETROPOLITAN_RURAL}, {"completely rural or urban population of fewer than 2,500, not adjacent to a metropolitan area",
	                                                        "urban population of fewer than 5,000, not adjacent to a metropolitan area"}},
};
/* clang-format on */

/* Codes that say that there is none: not coded (RUCA, NAACCR), outside of the list (NAACCR). */
static const int ruca_unknown[] = {990};
static const int rucc_unknown[] = {980, 990};

typedef struct rural_system
{
	const char *name;
	int			vintages[N_VINTAGES];
	const rural_code *codes;
	int			n_codes;
	const int  *unknown;
	int			n_unknown;
	const char *hint; /* what its codes look like */
} rural_system;

static const rural_system ruca = {
	"RUCA", {2000, 2010, 2020}, COUNTED(ruca_codes), COUNTED(ruca_unknown),
	"RUCA codes are 1 to 10, some with a decimal for the secondary flow, such as 10.1; 99 is not coded."};
static const rural_system rucc = {
	"RUCC", {2003, 2013, 2023}, COUNTED(rucc_codes), COUNTED(rucc_unknown),
	"RUCC codes are 1 to 9, without decimals; 98 and 99 are not known."};

typedef struct scheme_definition
{
	const rural_system *system;
	int			column; /* of class[]; METRO_OF_GROUP: made from the first */
	const char *source;
	evidence_mark mark[N_VINTAGES];
} scheme_definition;

#define METRO_OF_GROUP (-1)

/* clang-format off */
static const scheme_definition schemes[N_RURALITY_SCHEMES] = {
	/*                 codes  class           source                                                                             of its three lists */
	[RUCA_PRIMARY] = {&ruca, 0,              "ERS, RUCA codes, groups of the primary codes",                                    {SOURCED, SOURCED, SOURCED}},
	[RUCA_A] =       {&ruca, 1,              "WWAMI, Using RUCA Data, categorization A; HCUP PL_RUCA4_2005: for the codes of 2000", {SOURCED, UNCONFIRMED, UNCONFIRMED}},
	[RUCA_B] =       {&ruca, 2,              "WWAMI, categorization B: classes of A put together, not read",                    {UNCONFIRMED, UNCONFIRMED, UNCONFIRMED}},
	[RUCA_C] =       {&ruca, 3,              "WWAMI, categorization C: classes of A put together, not read",                    {UNCONFIRMED, UNCONFIRMED, UNCONFIRMED}},
	[RUCA_METRO] =   {&ruca, METRO_OF_GROUP, "ERS, RUCA codes; HRSA, How We Define Rural (codes 4 to 10), without its rules on area", {UNCONFIRMED, SOURCED, SOURCED}},
	[RUCC_METRO] =   {&rucc, 0,              "ERS, Rural-Urban Continuum Codes; US Cancer Statistics, grouped",                 {SOURCED, SOURCED, SOURCED}},
	[RUCC_URBAN] =   {&rucc, 1,              "ERS, Rural-Urban Continuum Codes; the grouping of 4 to 7 and 8 to 9 in use",      {UNCONFIRMED, UNCONFIRMED, UNCONFIRMED}},
};
/* clang-format on */

static rurality_class
class_of(rurality_scheme scheme, const rural_code *code)
{
	int			column = schemes[scheme].column;

	if (column != METRO_OF_GROUP)
		return code->class[column];
	return code->class[0] == METROPOLITAN ? METROPOLITAN : NONMETROPOLITAN;
}

/* Which of the lists it is, or -1. */
static int
list_of(const rural_system *system, int vintage)
{
	for (int i = 0; i < N_VINTAGES; i++)
		if (system->vintages[i] == vintage)
			return i;
	return -1;
}

bool
rurality_code_parse(const char *text, int *tenths)
{
	int			digits = 0;

	*tenths = 0;
	for (; isdigit((unsigned char) *text); text++)
	{
		if (++digits > 3)
			return false;
		*tenths = *tenths * 10 + (*text - '0');
	}
	*tenths *= 10;
	if (digits == 0 || *text == '\0')
		return digits > 0;
	if (*text++ != '.' || !isdigit((unsigned char) *text))
		return false;
	*tenths += *text++ - '0';
	while (*text == '0')
		text++;
	return *text == '\0';
}

void
rurality_code_print(int tenths, char *buffer)
{
	int			length = snprintf(buffer, RURALITY_CODE_TEXT, "%d", tenths / 10);

	if (tenths % 10 != 0)
		snprintf(buffer + length, RURALITY_CODE_TEXT - length, ".%d", tenths % 10);
}

static bool
no_such_code(const rural_system *system, int vintage, const char *text, const rural_code *other,
			 status *st)
{
	status_fail(st, FAULT_OUT_OF_RANGE, "%.20s is no %s code of %d", text, system->name, vintage);
	if (other == NULL)
		status_hint(st, "%s", system->hint);
	else
		for (int i = 0; i < N_VINTAGES; i++)
			if (other->lists & (1 << i))
			{
				status_hint(st, "It is a %s code of %d: give the vintage of the code.", system->name,
							system->vintages[i]);
				break;
			}
	return false;
}

bool
rurality_of_code(rurality_scheme scheme, int vintage, const char *code_text, rurality *result,
				 bool *known, status *st)
{
	const rural_system *system = schemes[scheme].system;
	const rural_code *found = NULL;
	int			list = list_of(system, vintage);
	int			tenths;

	if (list < 0)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "there are no %s codes of %d", system->name, vintage);
		status_hint(st, "There are those of %d, %d and %d.", system->vintages[0], system->vintages[1],
					system->vintages[2]);
		return false;
	}
	if (!rurality_code_parse(code_text, &tenths))
		return no_such_code(system, vintage, code_text, NULL, st);
	*known = false;
	for (int i = 0; i < system->n_unknown; i++)
		if (system->unknown[i] == tenths)
			return true;
	for (int i = 0; i < system->n_codes; i++)
		if (system->codes[i].tenths == tenths)
			found = &system->codes[i];
	if (found == NULL || !(found->lists & (1 << list)))
		return no_such_code(system, vintage, code_text, found, st);
	*known = true;
	*result = (rurality){scheme, vintage, class_of(scheme, found)};
	return true;
}

/* Whether the scheme has the class. */
static bool
is_class_of(rurality_scheme scheme, rurality_class class)
{
	const rural_system *system = schemes[scheme].system;

	for (int i = 0; i < system->n_codes; i++)
		if (class_of(scheme, &system->codes[i]) == class)
			return true;
	return false;
}

static bool
rurality_is_valid(const rurality *r)
{
	return list_of(schemes[r->scheme].system, r->vintage) >= 0 && is_class_of(r->scheme, r->class);
}

int32_t
rurality_pack(const rurality *r)
{
	return (int32_t) r->scheme << 24 | r->vintage << 8 | (int32_t) r->class;
}

bool
rurality_unpack(int32_t packed, rurality *r)
{
	int			scheme = packed >> 24;
	int			class = packed & 0xff;

	if (scheme < 0 || scheme >= N_RURALITY_SCHEMES || class >= N_RURALITY_CLASSES)
		return false;
	*r = (rurality){scheme, packed >> 8 & 0xffff, class};
	return rurality_is_valid(r);
}

void
rurality_print(const rurality *r, char *buffer)
{
	snprintf(buffer, RURALITY_TEXT, "%s %d %s", scheme_labels[r->scheme], r->vintage,
			 class_labels[r->class]);
}

#define YEAR_DIGITS 4

/* The next word and the cursor behind it and behind one blank. */
static int
next_word(const char **cursor, const char **word)
{
	int			length = strcspn(*cursor, " ");

	*word = *cursor;
	*cursor += length + ((*cursor)[length] == ' ');
	return length;
}

bool
rurality_parse(const char *text, rurality *r, status *st)
{
	const char *rest = text;
	const char *word[3];
	int			length[3];
	int			scheme;
	int			class;
	char		canonical[RURALITY_TEXT];

	for (int i = 0; i < 3; i++)
		length[i] = next_word(&rest, &word[i]);
	scheme = word_index(word[0], length[0], scheme_labels, N_RURALITY_SCHEMES);
	class = word_index(word[2], length[2], class_labels, N_RURALITY_CLASSES);
	if (scheme >= 0 && class >= 0 && length[1] == YEAR_DIGITS)
	{
		*r = (rurality){scheme, atoi(word[1]), class};
		rurality_print(r, canonical);
		/* What is not written as it is printed was not understood. */
		if (strcmp(text, canonical) == 0 && rurality_is_valid(r))
			return true;
	}
	status_fail(st, FAULT_INVALID_TEXT, "invalid input syntax for type rurality: \"%.60s\"", text);
	status_hint(st, "Write scheme, vintage and class, such as ruca_a 2010 small_rural; rurality() makes it from a code.");
	return false;
}

bool
rurality_row_at(int i, rurality_row *row)
{
	for (int s = 0; s < N_RURALITY_SCHEMES; s++)
	{
		const scheme_definition *scheme = &schemes[s];
		const rural_system *system = scheme->system;

		for (int list = 0; list < N_VINTAGES; list++)
			for (int c = 0; c < system->n_codes; c++)
			{
				const rural_code *code = &system->codes[c];

				if (!(code->lists & (1 << list)) || i-- > 0)
					continue;
				row->rurality = (rurality){s, system->vintages[list], class_of(s, code)};
				row->code = code->tenths;
				row->description = list == N_VINTAGES - 1 && code->description[1] != NULL
					? code->description[1]
					: code->description[0];
				row->source = scheme->source;
				row->mark = scheme->mark[list];
				return true;
			}
	}
	return false;
}
