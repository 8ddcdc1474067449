/*
 * FACIT questionnaires, version 4.
 *
 * Rules common to the family (facit.org/scoring; FACTscorer R/util-scoreFACT_any.R):
 * items take 0 to 4, 8 and 9 mean missing; a reversed item counts as 4 - answer;
 * a subscale is the sum of its answered items x items / answered, and has a
 * score when MORE than half of its items are answered (3 of 6 is too few). High
 * is good everywhere, also in the fatigue and neurotoxicity subscales. A total
 * needs all of its subscales, and more than 80 % of all items (exactly 80 % is
 * too few); a trial outcome index (TOI) needs its three subscales only.
 */
#include "assessment/instruments/families.h"

static const int missing_codes[] = {8, 9};

/* The 27 items and four subscales of FACT-G, which the other forms begin with. */
#define FACT_G_ITEMS {"GP1-7 GS1-7 GE1-6 GF1-7", 0, 4}

/* clang-format off */
#define FACT_G_SCALES \
	/* code  also    name                         items    reversed             needed       formula */ \
	{"PWB", NO_ALIAS, "Physical well-being",      "GP1-7", ALL_REVERSED,        AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER)}, \
	{"SWB", NO_ALIAS, "Social/family well-being", "GS1-7", NONE_REVERSED,       AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER)}, \
	{"EWB", NO_ALIAS, "Emotional well-being",     "GE1-6", "GE1 GE3-6",         AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER)}, \
	{"FWB", NO_ALIAS, "Functional well-being",    "GF1-7", NONE_REVERSED,       AT_LEAST(4), PRORATED_SUM(HIGHER_BETTER)}

#define FATIGUE_ITEMS "HI7 HI12 An1-5 An7 An8 An12 An14-16"
#define FATIGUE_SCALE \
	{"FS", NO_ALIAS, "Fatigue subscale", FATIGUE_ITEMS, "HI7 HI12 An1-4 An8 An12 An14-16", AT_LEAST(7), PRORATED_SUM(HIGHER_BETTER)}
/* clang-format on */

/* The total of FACT-G, in all forms that begin with it. */
static const total_member fact_g_members[] = {{"PWB"}, {"SWB"}, {"EWB"}, {"FWB"}};
#define FACT_G_TOTAL(alias) \
	{"FACTG", alias, "FACT-G total", COUNTED(fact_g_members), SUM_OF_SCALES, HIGHER_BETTER, \
	 .min_items = 22} /* of 27 */

/* A total over the subscales of FACT-G and one more, its trial outcome index, and that of FACT-G. */
#define FACT_TOTALS(total_members, toi_members, name, toi_name, needed) \
	{"TOTAL", NO_ALIAS, name, COUNTED(total_members), SUM_OF_SCALES, HIGHER_BETTER, \
	 .min_items = (needed)}, \
	{"TOI", NO_ALIAS, toi_name, COUNTED(toi_members), SUM_OF_SCALES, HIGHER_BETTER}, \
	FACT_G_TOTAL(NO_ALIAS)

#define FACIT_RECALL "past 7 days"
#define FACIT_LICENCE "FACIT.org: licence or registration required; no item wording is shipped"
#define FACIT_NOTE "8 and 9 count as not answered"

/* FACT-G */

static const item_group fact_g_items[] = {FACT_G_ITEMS};
static const scale_definition fact_g_scales[] = {FACT_G_SCALES};
static const total_definition fact_g_totals[] = {
	FACT_G_TOTAL("TOTAL"),
};

/* FACIT-Fatigue alone, and FACIT-F: FACT-G with it */

static const item_group facit_fatigue_items[] = {{FATIGUE_ITEMS, 0, 4}};
static const scale_definition facit_fatigue_scales[] = {FATIGUE_SCALE};

static const item_group facit_f_items[] = {FACT_G_ITEMS, {FATIGUE_ITEMS, 0, 4}};
static const scale_definition facit_f_scales[] = {FACT_G_SCALES, FATIGUE_SCALE};
static const total_member facit_f_members[] = {{"PWB"}, {"SWB"}, {"EWB"}, {"FWB"}, {"FS"}};
static const total_member facit_f_toi[] = {{"PWB"}, {"FWB"}, {"FS"}};
static const total_definition facit_f_totals[] = {
	FACT_TOTALS(facit_f_members, facit_f_toi, "FACIT-F total", "FACIT-F trial outcome index",
				33), /* of 40 */
};

/* FACT-B: the breast cancer subscale has ten items here; older forms have nine. */

static const item_group fact_b_items[] = {FACT_G_ITEMS, {"B1-9 P2", 0, 4}};
static const scale_definition fact_b_scales[] = {
	FACT_G_SCALES,
	{"BCS", NO_ALIAS, "Breast cancer subscale", "B1-9 P2", "B1-3 B5-8 P2", AT_LEAST(6),
	 PRORATED_SUM(HIGHER_BETTER)},
};
static const total_member fact_b_members[] = {{"PWB"}, {"SWB"}, {"EWB"}, {"FWB"}, {"BCS"}};
static const total_member fact_b_toi[] = {{"PWB"}, {"FWB"}, {"BCS"}};
static const total_definition fact_b_totals[] = {
	FACT_TOTALS(fact_b_members, fact_b_toi, "FACT-B total", "FACT-B trial outcome index",
				30), /* of 37 */
};

/* FACT/GOG-Ntx with the 11-item neurotoxicity subscale */

static const item_group fact_gog_ntx_items[] = {FACT_G_ITEMS, {"Ntx1-5 HI12 Ntx6-9 An6", 0, 4}};
static const scale_definition fact_gog_ntx_scales[] = {
	FACT_G_SCALES,
	{"NTX11", NO_ALIAS, "Neurotoxicity subscale, 11 items", "Ntx1-5 HI12 Ntx6-9 An6", ALL_REVERSED,
	 AT_LEAST(6), PRORATED_SUM(HIGHER_BETTER)},
};
static const total_member fact_gog_ntx_members[] = {
	{"PWB"}, {"SWB"}, {"EWB"}, {"FWB"}, {"NTX11"}};
static const total_member fact_gog_ntx_toi[] = {{"PWB"}, {"FWB"}, {"NTX11"}};
static const total_definition fact_gog_ntx_totals[] = {
	FACT_TOTALS(fact_gog_ntx_members, fact_gog_ntx_toi, "FACT/GOG-Ntx total",
				"FACT/GOG-Ntx trial outcome index", 31), /* of 38 */
};

/* The same with 13 items, and with the taxane subscale: the 11 and five more */

#define NTX_11 "Ntx1-5 HI12 Ntx6-9 An6"

static const item_group fact_gog_ntx13_items[] = {FACT_G_ITEMS, {NTX_11 " Ntx10-11", 0, 4}};
static const scale_definition fact_gog_ntx13_scales[] = {
	FACT_G_SCALES,
	{"NTX13", NO_ALIAS, "Neurotoxicity subscale, 13 items", "Ntx1-5 HI12 Ntx6-9 An6 Ntx10-11",
	 ALL_REVERSED, AT_LEAST(7), PRORATED_SUM(HIGHER_BETTER)},
};
static const total_member fact_gog_ntx13_members[] = {
	{"PWB"}, {"SWB"}, {"EWB"}, {"FWB"}, {"NTX13"}};
static const total_member fact_gog_ntx13_toi[] = {{"PWB"}, {"FWB"}, {"NTX13"}};
static const total_definition fact_gog_ntx13_totals[] = {
	FACT_TOTALS(fact_gog_ntx13_members, fact_gog_ntx13_toi, "FACT/GOG-Ntx13 total",
				"FACT/GOG-Ntx13 trial outcome index", 33), /* of 40 */
};

static const item_group fact_taxane_items[] = {FACT_G_ITEMS, {NTX_11 " Tax1-5", 0, 4}};
static const scale_definition fact_taxane_scales[] = {
	FACT_G_SCALES,
	{"TAXANE", NO_ALIAS, "Taxane subscale", "Ntx1-5 HI12 Ntx6-9 An6 Tax1-5", ALL_REVERSED,
	 AT_LEAST(9), PRORATED_SUM(HIGHER_BETTER)},
};
static const total_member fact_taxane_members[] = {
	{"PWB"}, {"SWB"}, {"EWB"}, {"FWB"}, {"TAXANE"}};
static const total_member fact_taxane_toi[] = {{"PWB"}, {"FWB"}, {"TAXANE"}};
static const total_definition fact_taxane_totals[] = {
	FACT_TOTALS(fact_taxane_members, fact_taxane_toi, "FACT-Taxane total",
				"FACT-Taxane trial outcome index", 35), /* of 43 */
};

/*
 * FACT-Cog version 3: the 33 items that are scored. The form has four more; no
 * source that was read names them, so the array of answers leaves them out.
 */

#define COG_IMPAIRMENTS \
	"CogA1 CogA3 CogC7 CogM9 CogM10 CogM12 CogV13 CogV15 CogV16 CogV17b CogF19 CogF23 CogF24 " \
	"CogF25 CogC31 CogC32 CogC33a CogC33c"
#define COG_ABILITIES "CogPC1 CogPV1 CogPM1 CogPM2 CogPF1 CogPCh1 CogPCh2"
#define COG_OTHERS	  "CogO1 CogO2 CogO3 CogO4"
#define COG_QUALITY	  "CogQ35 CogQ37 CogQ38 CogQ41"

static const item_group fact_cog_items[] = {
	{COG_IMPAIRMENTS " " COG_OTHERS " " COG_ABILITIES " " COG_QUALITY, 0, 4},
};
/* clang-format off */
static const scale_definition fact_cog_scales[] = {
	/* code also     name                                         items            reversed       needed        formula */
	{"PCI", "PCI18",  "Perceived cognitive impairments, 18 items", COG_IMPAIRMENTS, ALL_REVERSED,  AT_LEAST(10), PRORATED_SUM(HIGHER_BETTER)},
	{"OTH", NO_ALIAS, "Comments from others",                      COG_OTHERS,      ALL_REVERSED,  AT_LEAST(3),  PRORATED_SUM(HIGHER_BETTER)},
	{"PCA", "PCA7",   "Perceived cognitive abilities, 7 items",    COG_ABILITIES,   NONE_REVERSED, AT_LEAST(4),  PRORATED_SUM(HIGHER_BETTER)},
	{"QOL", NO_ALIAS, "Impact on quality of life",                 COG_QUALITY,     ALL_REVERSED,  AT_LEAST(3),  PRORATED_SUM(HIGHER_BETTER)},
};
/* clang-format on */

#define FACIT_FORM(form_code, form_name, form, form_source, form_mark) \
	.code = (form_code), .name = (form_name), .version = "4", .recall = FACIT_RECALL, \
	.licence = FACIT_LICENCE, .note = FACIT_NOTE, .source = (form_source), .mark = (form_mark), \
	.groups = COUNTED(form##_items), .missing_codes = COUNTED(missing_codes), \
	.scales = COUNTED(form##_scales)

const instrument_definition facit_instruments[] = {
	{FACIT_FORM("FACT-G", "Functional Assessment of Cancer Therapy, general", fact_g,
				"facit.org/scoring; FACTscorer R/gen-scoreFACT_G.R", SOURCED),
	 .totals = COUNTED(fact_g_totals)},
	{FACIT_FORM("FACIT-FATIGUE", "FACIT Fatigue Scale", facit_fatigue,
				"FACTscorer R/sx-scoreFACIT_Fatigue.R; NBK143018", SOURCED)},
	{FACIT_FORM("FACIT-F", "FACT-G with the FACIT Fatigue Scale", facit_f,
				"FACTscorer R/sx-scoreFACIT_F.R", SOURCED),
	 .totals = COUNTED(facit_f_totals)},
	{FACIT_FORM("FACT-B", "FACT-G with the breast cancer subscale", fact_b,
				"FACTscorer R/ca-scoreFACT_B.R", SOURCED),
	 .totals = COUNTED(fact_b_totals)},
	{FACIT_FORM("FACT-GOG-NTX", "FACT-G with the GOG neurotoxicity subscale", fact_gog_ntx,
				"FACTscorer R/tx-scoreFACT_GOG_Ntx11.R", SOURCED),
	 .totals = COUNTED(fact_gog_ntx_totals)},
	{FACIT_FORM("FACT-GOG-NTX13", "FACT-G with the GOG neurotoxicity subscale of 13 items",
				fact_gog_ntx13,
				"FACTscorer R/tx-scoreFACT_GOG_Ntx11.R; totals by the rule of the 11-item form: "
				"unconfirmed",
				UNCONFIRMED),
	 .totals = COUNTED(fact_gog_ntx13_totals)},
	{FACIT_FORM("FACT-TAXANE", "FACT-G with the taxane subscale", fact_taxane,
				"FACTscorer R/tx-scoreFACT_GOG_Ntx11.R; totals by the rule of the FACT/GOG-Ntx: "
				"unconfirmed",
				UNCONFIRMED),
	 .totals = COUNTED(fact_taxane_totals)},
	{
		.code = "FACT-COG",
		.name = "FACT-Cognitive Function",
		.version = "3",
		.recall = FACIT_RECALL,
		.licence = FACIT_LICENCE,
		.note = FACIT_NOTE "; the 33 scored items of 37, leave out the others; impairments have 18 "
						   "items here and abilities 7: scores of 20 and 9 items, as in other "
						   "publications, are not comparable",
		.source = "FACTscorer R/sx-scoreFACT_COG.R",
		.mark = SOURCED,
		.groups = COUNTED(fact_cog_items),
		.missing_codes = COUNTED(missing_codes),
		.scales = COUNTED(fact_cog_scales),
	},
};

const int	facit_count = ENTRIES(facit_instruments);
