/*
 * Random prescriptions by the grammar: each is written twice, once as a person
 * might type it (clauses in any order, blanks, comments, needless zeros) and
 * once in the canonical form. Nothing of src/prescription is used, so that the
 * two stand as an opinion of their own.
 */
#ifndef PRESCRIPTION_GENERATOR_H
#define PRESCRIPTION_GENERATOR_H

#include "written_text.h"

#include <stdint.h>

#define GENERATED_TEXT 16384

typedef struct generated
{
	uint64_t	seed;
	char		typed[GENERATED_TEXT];
	char		canonical[GENERATED_TEXT];
} generated;

/* A piece in both forms. */
typedef struct piece
{
	char		typed[1500];
	char		canonical[1500];
} piece;

static unsigned
roll(generated *g, unsigned sides)
{
	g->seed = g->seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned) (g->seed >> 33) % sides;
}

#define PICK(g, array) ((array)[roll(g, sizeof(array) / sizeof((array)[0]))])

static void
both(piece *p, const char *format, ...)
{
	char		text[200];
	va_list		arguments;

	va_start(arguments, format);
	write_format(text, sizeof(text), format, arguments);
	va_end(arguments);
	append_text(p->typed, sizeof(p->typed), text);
	append_text(p->canonical, sizeof(p->canonical), text);
}

#define TYPED(p, ...) append((p)->typed, sizeof((p)->typed), __VA_ARGS__)
#define CANONICAL(p, ...) append((p)->canonical, sizeof((p)->canonical), __VA_ARGS__)

static void
blank(generated *g, piece *p)
{
	static const char *const blanks[] = {"", "", "", " ", " ", "  ", "\t", "\n", " -- a remark\n"};

	TYPED(p, "%s", PICK(g, blanks));
}

/* Tenths, so that decimals occur; typed now and then with zeros that say nothing. */
static void
number(generated *g, piece *p, unsigned tenths)
{
	unsigned	style = roll(g, 12);

	CANONICAL(p, tenths % 10 == 0 ? "%u" : "%u.%u", tenths / 10, tenths % 10);
	if (tenths % 10 != 0 || style == 0)
		TYPED(p, style == 1 ? "%u.%u00" : "%u.%u", tenths / 10, tenths % 10);
	else
		TYPED(p, style == 2 ? "0%u" : "%u", tenths / 10);
}

static void
range_of(generated *g, piece *p, unsigned lowest, unsigned highest, unsigned step)
{
	unsigned	n = (highest - lowest) / step + 1;
	unsigned	a = lowest + roll(g, n) * step;
	unsigned	b = lowest + roll(g, n) * step;
	unsigned	kind = roll(g, 8);

	if (kind == 0)
	{
		both(p, "?");
		return;
	}
	if (kind > 4)
	{
		number(g, p, a);
		return;
	}
	if (kind == 1)
	{
		number(g, p, a);
		blank(g, p), both(p, "->"), blank(g, p);
		number(g, p, b);
		return;
	}
	if (a > b)
	{
		unsigned	t = a;

		a = b;
		b = t;
	}
	if (a == b) /* typed as a range, meant as a number */
	{
		TYPED(p, "%u.%u-", a / 10, a % 10);
		number(g, p, a);
		return;
	}
	number(g, p, a);
	TYPED(p, " "), both(p, "-"), blank(g, p);
	number(g, p, b);
}

static void
target_of(generated *g, piece *p)
{
	static const char *const levels[] = {"light", "mod", "modvig", "vig", "max", "tol"};
	static const char *const percents[] = {"%HRR", "%HRmax", "%VO2R", "%VO2max", "%VO2peak", "%Wpeak", "%MSEC", "%1RM", "%BW"};
	static const char *const units[] = {"W", "bpm", "MET", "kg", "RM", "kmh"};
	static const char *const scales[] = {"RPE", "CR10", "OMNI", "RIR", "TT"};
	static const unsigned lowest[] = {60, 0, 0, 0, 10};
	static const unsigned highest[] = {200, 100, 100, 100, 30};

	switch (roll(g, 8))
	{
		case 0:
			both(p, "?");
			break;
		case 1:
		case 2:
			both(p, "%s", PICK(g, levels));
			break;
		case 3:
		case 4:
		{
			unsigned	s = roll(g, 5);

			both(p, "%s ", scales[s]);
			range_of(g, p, lowest[s], highest[s], 5);
			break;
		}
		case 5:
			range_of(g, p, 0, 3000, 5);
			blank(g, p), both(p, "%s", PICK(g, units));
			break;
		default:
			range_of(g, p, 100, 1000, 5);
			blank(g, p), both(p, "%s", PICK(g, percents));
	}
}

static void
targets_of(generated *g, piece *p)
{
	both(p, "@"), blank(g, p);
	target_of(g, p);
	while (roll(g, 4) == 0)
	{
		TYPED(p, " "), both(p, "|"), blank(g, p);
		target_of(g, p);
	}
}

static void
time_of(generated *g, piece *p)
{
	static const char *const units[] = {"s", "min", "min", "min", "h"};

	range_of(g, p, 0, 900, 25);
	blank(g, p), both(p, "%s", PICK(g, units));
}

static void
step_of(generated *g, piece *p)
{
	time_of(g, p);
	if (roll(g, 2))
		blank(g, p), targets_of(g, p);
}

static void
frequency_of(generated *g, piece *p)
{
	static const char *const whom[] = {"sup", "uns", "mon"};

	if (roll(g, 10) == 0)
	{
		TYPED(p, "daily"), CANONICAL(p, "7/wk");
		return;
	}
	if (roll(g, 4) == 0)
	{
		unsigned	a = 1 + roll(g, 4);
		unsigned	b = 1 + roll(g, 4);

		number(g, p, (a + b) * 10);
		both(p, "/wk(%u%s", a, PICK(g, whom)), blank(g, p), both(p, "+%u%s)", b, PICK(g, whom));
		return;
	}
	range_of(g, p, 10, 70, 5);
	blank(g, p), both(p, "/"), blank(g, p), both(p, roll(g, 5) ? "wk" : "d");
}

static void
progression_step_of(generated *g, piece *p)
{
	static const char *const units[] = {"%", "%1RM", "%Wpeak", "%HRR", "min", "kg", "W", "bpm", "rep", "set", "RPE"};

	both(p, roll(g, 4) ? "+" : "-");
	range_of(g, p, 5, 100, 5);
	both(p, "%s", PICK(g, units));
	if (roll(g, 2))
	{
		unsigned	n = 1 + roll(g, 4);

		blank(g, p), both(p, "/");
		if (n > 1)
			both(p, "%u", n);
		else
			TYPED(p, roll(g, 2) ? "1" : "");
		both(p, roll(g, 2) ? "wk" : "ses");
	}
	if (roll(g, 3) == 0)
	{
		both(p, " to ");
		number(g, p, 10 * roll(g, 100));
		both(p, "%s", PICK(g, units));
	}
}

static void
progression_of(generated *g, piece *p)
{
	unsigned	rule = roll(g, 4);

	both(p, "prog%s", rule == 0 ? " none" : rule == 1 ? " auto" : rule == 2 ? " tworep" : "");
	if (rule < 2 || (rule == 2 && roll(g, 2)))
		return;
	both(p, " "), progression_step_of(g, p);
	while (roll(g, 3) == 0)
		blank(g, p), both(p, ","), TYPED(p, "%s", roll(g, 2) ? " " : ""), CANONICAL(p, " "), progression_step_of(g, p);
}

enum
{
	N_GENERATED = 15
};

/* One clause, by its place in the canonical order. */
static void
clause_of(generated *g, piece *p, int which)
{
	static const char *const whom[] = {"sup", "uns", "mon"};
	static const char *const volumes[] = {"min", "METmin", "METh", "steps"};
	static const char *const places[] = {"site", "home", "tele", "comm"};
	static const char *const notes[] = {"", "a note", "100 % \\ 'quoted' -- no remark; { & }", "Übung für zwei"};

	switch (which)
	{
		case 0:
			frequency_of(g, p);
			break;
		case 1:
			both(p, "%s", PICK(g, whom));
			break;
		case 2:
			time_of(g, p);
			break;
		case 3:
			both(p, "vol "), range_of(g, p, 100, 9000, 100), blank(g, p), both(p, "%s/%s", PICK(g, volumes), roll(g, 2) ? "wk" : "d");
			break;
		case 4:
			range_of(g, p, 10, 50, 10), blank(g, p), both(p, "x"), blank(g, p), range_of(g, p, 10, 200, 10);
			if (roll(g, 4) == 0)
				both(p, "s");
			break;
		case 5:
			range_of(g, p, 10, 200, 10), blank(g, p), both(p, "x("), step_of(g, p);
			while (roll(g, 2))
				blank(g, p), both(p, ","), blank(g, p), CANONICAL(p, " "), step_of(g, p);
			both(p, ")");
			break;
		case 6:
			targets_of(g, p);
			break;
		case 7:
			both(p, "alt %uwk(", 1 + roll(g, 8));
			for (int more = 1; more; more = roll(g, 2))
			{
				range_of(g, p, 10, 50, 10), both(p, "x"), range_of(g, p, 10, 200, 10), targets_of(g, p);
				both(p, ","), TYPED(p, " "), CANONICAL(p, " ");
			}
			p->typed[strlen(p->typed) - 2] = p->canonical[strlen(p->canonical) - 2] = '\0';
			both(p, ")");
			break;
		case 8:
			both(p, "ex "), range_of(g, p, 10, 200, 10);
			break;
		case 9:
			both(p, "rest "), time_of(g, p);
			break;
		case 10:
			both(p, "warm "), step_of(g, p);
			break;
		case 11:
			both(p, "cool "), step_of(g, p);
			break;
		case 12:
			progression_of(g, p);
			break;
		case 13:
		{
			unsigned	first = roll(g, 4);

			both(p, "via %s", places[first]);
			if (roll(g, 3) == 0)
				blank(g, p), both(p, "|"), blank(g, p), both(p, "%s", places[(first + 1 + roll(g, 3)) % 4]);
			break;
		}
		case 14:
			both(p, "\"%s\"", PICK(g, notes));
			break;
	}
}

/* Up to five clauses: in a random order as typed, in the canonical order otherwise. */
static void
clauses_of(generated *g, piece *p)
{
	static piece made[N_GENERATED];
	int			order[N_GENERATED];
	int			n = 0;

	for (int i = 0; i < N_GENERATED; i++)
	{
		made[i].typed[0] = made[i].canonical[0] = '\0';
		order[i] = i;
		if (roll(g, 5) == 0 && n++ < 5)
			clause_of(g, &made[i], i);
	}
	for (int i = N_GENERATED - 1; i > 0; i--)
	{
		int			j = (int) roll(g, (unsigned) i + 1);
		int			t = order[i];

		order[i] = order[j];
		order[j] = t;
	}
	/* An intensity that follows a warm-up would be the warm-up's. */
	for (int i = 0; i < N_GENERATED; i++)
		if (order[i] == 6)
		{
			order[i] = order[0];
			order[0] = 6;
		}
	for (int i = 0; i < N_GENERATED; i++)
	{
		if (made[order[i]].typed[0] != '\0')
			TYPED(p, " %s", made[order[i]].typed);
		if (made[i].canonical[0] != '\0')
			CANONICAL(p, " %s", made[i].canonical);
	}
}

static void
generated_text(generated *g, const piece *p)
{
	append_text(g->typed, sizeof(g->typed), p->typed);
	append_text(g->canonical, sizeof(g->canonical), p->canonical);
}

#define PUT(g, ...) \
	do { \
		piece		put_piece; \
		piece	   *put = &put_piece; \
\
		put->typed[0] = put->canonical[0] = '\0'; \
		__VA_ARGS__; \
		generated_text(g, put); \
	} while (0)

static void
component_of(generated *g)
{
	static const char *const modalities[] = {"aer", "res", "bal", "flex", "resp", "func", "mind", "act"};
	static const char *const modes[] = {"walk", "bike", "treadmill", "band", "leg_press", "x_trainer", "nordic"};

	PUT(g, both(put, "%s", PICK(g, modalities)));
	if (roll(g, 2))
	{
		PUT(g, both(put, " %s", PICK(g, modes)));
		while (roll(g, 4) == 0)
			PUT(g, blank(g, put), both(put, "|"), blank(g, put), both(put, "%s", PICK(g, modes)));
	}
	PUT(g, clauses_of(g, put));
}

static void
unit_of(generated *g)
{
	if (roll(g, 3) > 0)
	{
		component_of(g);
		return;
	}
	PUT(g, both(put, "ses"), clauses_of(g, put), blank(g, put), CANONICAL(put, " "), both(put, "{"), CANONICAL(put, " "), blank(g, put));
	component_of(g);
	while (roll(g, 2))
	{
		PUT(g, blank(g, put), CANONICAL(put, " "), both(put, "&"), CANONICAL(put, " "));
		component_of(g);
	}
	PUT(g, TYPED(put, " "), CANONICAL(put, " "), both(put, "}"));
}

static void
selector_of(generated *g)
{
	unsigned	a = 1 + roll(g, 20);
	unsigned	b = a + 1 + roll(g, 20);
	unsigned	kind = roll(g, 6);

	if (kind == 0)
		return;
	if (kind < 4)
		PUT(g, both(put, "wk %u-%u", a, b));
	else if (kind == 4)
		PUT(g, both(put, "cd %u-%u/%u", a, b, b + roll(g, 10)));
	else
		PUT(g, both(put, roll(g, 2) ? "wk ?" : "wk 3"));
	if (roll(g, 4) == 0)
		PUT(g, both(put, " while chemo"));
	PUT(g, blank(g, put), both(put, ":"), blank(g, put), CANONICAL(put, " "));
}

static void
generate(generated *g, uint64_t seed)
{
	unsigned	blocks;

	g->seed = seed * 2654435761u + 1;
	g->typed[0] = g->canonical[0] = '\0';
	for (int i = 0; i < 3; i++)
		roll(g, 2);
	blocks = 1 + roll(g, 3);
	for (unsigned b = 0; b < blocks; b++)
	{
		if (b > 0)
			PUT(g, blank(g, put), both(put, ";"), CANONICAL(put, " "), blank(g, put));
		selector_of(g);
		unit_of(g);
		while (roll(g, 3) == 0)
		{
			if (roll(g, 3) == 0)
				PUT(g, both(put, " or "));
			else
				PUT(g, TYPED(put, " "), both(put, "&"), TYPED(put, " "));
			/* canonical blanks around & */
			if (g->canonical[strlen(g->canonical) - 1] == '&')
			{
				g->canonical[strlen(g->canonical) - 1] = '\0';
				append(g->canonical, sizeof(g->canonical), " & ");
			}
			unit_of(g);
		}
	}
	if (roll(g, 10) == 0)
		append(g->typed, sizeof(g->typed), " ;");
}

#endif
