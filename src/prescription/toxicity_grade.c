/* toxicity_grade: see toxicity_grade.h. */
#include "prescription/toxicity_grade.h"

#include "common/person.h"
#include "common/table.h"
#include "prescription/safety.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>

#define NCI_5	"CTCAE v5, verbatim copy in pharmaverse/admiral 6eb5125a29 (ncictcaev5.json)"
#define NCI_6	"CTCAE v6, verbatim copy in pharmaverse/admiral 6eb5125a29 (ncictcaev6.json)"
#define FEVER_5 "CTCAE v5, one verbatim copy; others shift the grades"
#define PARTLY	"CTCAE v6: only grade 4 was read; taken over from version 5"
#define GENERAL "CTCAE v5, general knowledge"

#define LESS_THAN(x) BY_VALUE, BELOW, x, NULL
#define MORE_THAN(x) BY_VALUE, ABOVE, x, NULL
#define FROM(x)		 BY_VALUE, AT_LEAST, x, NULL
#define A_DAY_OVER(x) BY_VALUE_OVER_A_DAY, ABOVE, x, NULL
#define LOW			 BY_NORMAL_LIMIT, BELOW, 0, NULL
#define WORDS(w)	 BY_WORDS, AT_LEAST, 0, w

/* clang-format off */
static const grade_row rows[] = {
	/* version  term                    grade  holds */
	{CTCAE_5, GRADED_PLATELETS,       4, LESS_THAN(25),  NCI_5, SOURCED},
	{CTCAE_5, GRADED_PLATELETS,       3, LESS_THAN(50),  NCI_5, SOURCED},
	{CTCAE_5, GRADED_PLATELETS,       2, LESS_THAN(75),  NCI_5, SOURCED},
	{CTCAE_5, GRADED_PLATELETS,       1, LOW,            NCI_5, SOURCED},
	{CTCAE_5, GRADED_NEUTROPHILS,     4, LESS_THAN(0.5), NCI_5, SOURCED},
	{CTCAE_5, GRADED_NEUTROPHILS,     3, LESS_THAN(1.0), NCI_5, SOURCED},
	{CTCAE_5, GRADED_NEUTROPHILS,     2, LESS_THAN(1.5), NCI_5, SOURCED},
	{CTCAE_5, GRADED_NEUTROPHILS,     1, LOW,            NCI_5, SOURCED},
	{CTCAE_5, GRADED_HAEMOGLOBIN,     3, LESS_THAN(8.0), NCI_5, SOURCED},
	{CTCAE_5, GRADED_HAEMOGLOBIN,     2, LESS_THAN(10.0), NCI_5, SOURCED},
	{CTCAE_5, GRADED_HAEMOGLOBIN,     1, LOW,            NCI_5, SOURCED},
	{CTCAE_5, GRADED_CREATINE_KINASE, 4, MORE_THAN(10),  NCI_5, SOURCED},
	{CTCAE_5, GRADED_CREATINE_KINASE, 3, MORE_THAN(5),   NCI_5, SOURCED},
	{CTCAE_5, GRADED_CREATINE_KINASE, 2, MORE_THAN(2.5), NCI_5, SOURCED},
	{CTCAE_5, GRADED_CREATINE_KINASE, 1, MORE_THAN(1),   NCI_5, SOURCED},
	{CTCAE_5, GRADED_FEVER,           4, A_DAY_OVER(40.0), FEVER_5, SOURCED},
	{CTCAE_5, GRADED_FEVER,           3, MORE_THAN(40.0), FEVER_5, SOURCED},
	{CTCAE_5, GRADED_FEVER,           2, MORE_THAN(39.0), FEVER_5, SOURCED},
	{CTCAE_5, GRADED_FEVER,           1, FROM(38.0),     FEVER_5, SOURCED},
	{CTCAE_5, GRADED_FATIGUE,         3, WORDS("limits self-care; there is no grade 4"), GENERAL, UNCONFIRMED},
	{CTCAE_5, GRADED_FATIGUE,         2, WORDS("not relieved by rest, limits instrumental activities of daily living"), GENERAL, UNCONFIRMED},
	{CTCAE_5, GRADED_FATIGUE,         1, WORDS("relieved by rest"), GENERAL, UNCONFIRMED},
	{CTCAE_5, GRADED_NEUROPATHY,      3, WORDS("limits self-care"), GENERAL, UNCONFIRMED},
	{CTCAE_5, GRADED_NEUROPATHY,      2, WORDS("limits instrumental activities of daily living"), GENERAL, UNCONFIRMED},

	{CTCAE_6, GRADED_PLATELETS,       4, LESS_THAN(10),  NCI_6, SOURCED},
	{CTCAE_6, GRADED_PLATELETS,       3, LESS_THAN(50),  PARTLY, UNCONFIRMED},
	{CTCAE_6, GRADED_PLATELETS,       2, LESS_THAN(75),  PARTLY, UNCONFIRMED},
	{CTCAE_6, GRADED_PLATELETS,       1, LOW,            PARTLY, UNCONFIRMED},
	{CTCAE_6, GRADED_NEUTROPHILS,     4, LESS_THAN(0.1), NCI_6, SOURCED},
	{CTCAE_6, GRADED_NEUTROPHILS,     3, LESS_THAN(0.5), NCI_6, SOURCED},
	{CTCAE_6, GRADED_NEUTROPHILS,     2, LESS_THAN(1.0), NCI_6, SOURCED},
	{CTCAE_6, GRADED_NEUTROPHILS,     1, LESS_THAN(1.5), NCI_6, SOURCED},
	{CTCAE_6, GRADED_HAEMOGLOBIN,     3, LESS_THAN(8.0), NCI_6, SOURCED},
	{CTCAE_6, GRADED_HAEMOGLOBIN,     2, LESS_THAN(10.0), NCI_6, SOURCED},
	{CTCAE_6, GRADED_HAEMOGLOBIN,     1, LOW,            NCI_6, SOURCED},
};
/* clang-format on */

#define HOURS_OF_A_DAY 24
#define MOST_HOURS	   10000

static const char *const term_names[] = CTCAE_TERM_LABELS;
static const char *const version_names[] = CTCAE_VERSION_LABELS;

const grade_row *
grade_rows(int *n)
{
	*n = ENTRIES(rows);
	return rows;
}

/* The finding whose unit and range a term has, or NULL: it is graded by words. */
static const finding_definition *
finding_of(ctcae_term term)
{
	static const finding findings[] = {
		[GRADED_PLATELETS] = PLATELETS,
		[GRADED_NEUTROPHILS] = NEUTROPHILS,
		[GRADED_HAEMOGLOBIN] = HAEMOGLOBIN,
		[GRADED_CREATINE_KINASE] = CK_RATIO,
		[GRADED_FEVER] = TEMPERATURE,
	};

	return (int) term < ENTRIES(findings) ? finding_at(findings[term]) : NULL;
}

const char *
ctcae_unit(ctcae_term term)
{
	const finding_definition *f = finding_of(term);

	return f == NULL ? NULL : f->unit;
}

void
grade_rule_text(const grade_row *row, char *text, int size)
{
	static const char *const operators[] = COMPARISON_LABELS;
	const char *op = operators[row->operator];

	switch (row->basis)
	{
		case BY_WORDS:
			snprintf(text, (size_t) size, "%s", row->words);
			break;
		case BY_NORMAL_LIMIT:
			snprintf(text, (size_t) size, "value %s normal_limit", op);
			break;
		case BY_VALUE_OVER_A_DAY:
			snprintf(text, (size_t) size, "value %s %g and hours > %d", op, row->threshold, HOURS_OF_A_DAY);
			break;
		case BY_VALUE:
			snprintf(text, (size_t) size, "value %s %g", op, row->threshold);
			break;
	}
}

static bool
check_range(const char *name, double value, double lowest, double highest, const char *unit, const char *hint, status *st)
{
	if (isnan(value) || (value >= lowest && value <= highest))
		return true;
	status_fail(st, FAULT_OUT_OF_RANGE, "%s %.10g is outside %.10g..%.10g %s", name, value, lowest, highest, unit);
	if (hint != NULL)
		status_hint(st, "%s", hint);
	return false;
}

/* 1, 0 or UNKNOWN. */
static int
grade_holds(const grade_row *row, const graded_value *of)
{
	if (row->basis == BY_NORMAL_LIMIT)
		return isnan(of->normal_limit) ? UNKNOWN : compares(of->value, row->operator, of->normal_limit);
	if (!compares(of->value, row->operator, row->threshold))
		return 0;
	if (row->basis == BY_VALUE_OVER_A_DAY)
		return isnan(of->hours) ? UNKNOWN : of->hours > HOURS_OF_A_DAY;
	return 1;
}

bool
grade_toxicity(ctcae_version version, ctcae_term term, const graded_value *of, int *grade, status *st)
{
	const finding_definition *f = finding_of(term);
	int			found = 0;

	if (f == NULL)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "%s is graded by words, not by a value", term_names[term]);
		status_hint(st, "ctcae_grades() has the words.");
		return false;
	}
	if (!check_range(term_names[term], of->value, f->lowest, f->highest, f->unit, f->hint, st) ||
		!check_range("normal_limit", of->normal_limit, f->lowest, f->highest, f->unit, f->hint, st) ||
		!check_range("hours", of->hours, 0, MOST_HOURS, "h", NULL, st))
		return false;
	*grade = 0;
	for (int i = 0; i < ENTRIES(rows); i++)
		if (rows[i].version == version && rows[i].term == term)
		{
			int			held = grade_holds(&rows[i], of);

			found++;
			if (held == 0)
				continue;
			*grade = held == UNKNOWN ? UNKNOWN : rows[i].grade;
			return true;
		}
	if (found == 0)
	{
		status_fail(st, FAULT_INVALID_PARAMETER, "no grades of %s in CTCAE %s are known", term_names[term],
					version_names[version]);
		status_hint(st, "ctcae_grades() lists what there is.");
		return false;
	}
	return true;
}
