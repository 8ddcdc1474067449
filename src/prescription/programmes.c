/* programmes: see programmes.h. */
#include "prescription/programmes.h"

#include "common/table.h"

#include <stddef.h>

#define REVIEW "a review of personalised exercise in oncology, which is not reliable for its own case studies"

#define EFFECT_RES "res machine alt 4wk(3x10-12@70-75%1RM, 3x6-8@80-85%1RM) ex 6"
#define EFFECT_EDGES "warm 3min@30W cool 3min@30W"

static const programme programme_table[] = {
	{"DEFEND", "DEFEND, Alliance A222302, NCT07059884",
	 "wk 1-26 while chemo: ses 2/wk sup via tele { res band ?x? @? & aer bike ?min @? } & aer bike ?/wk uns ?min @? via home",
	 "for the length of chemotherapy, at most 26 weeks; intensity and minutes are not reported", "Alliance news 2025-11-03; " REVIEW, UNCONFIRMED},
	{"YONSEI", "Yonsei resistance trial, KCT0008961",
	 "wk 1-18: res 3/wk sup 60min @? via site|tele", "intensity is not reported", "Jang 2025, 10.1186/s12885-025-14721-9; " REVIEW, SOURCED},
	{"EFFECT", "PREFERABLE-EFFECT, NCT04120298",
	 "wk 1-3: ses 2/wk sup 60min via site { aer bike 15min @50-60%Wpeak & " EFFECT_RES " & bal }; "
	 "wk 4-14: ses 2/wk sup 60min via site { aer bike 8x(1min@100%Wpeak, 1min@30W) " EFFECT_EDGES " & " EFFECT_RES " & bal }; "
	 "wk 15-25: ses 2/wk sup 60min via site { aer bike 3x(3min@70%Wpeak, 2min@30W) " EFFECT_EDGES " & " EFFECT_RES " & bal }; "
	 "wk 26-36: ses 2/wk(1sup+1uns) 60min via site|home { aer bike 8x(30s@65%MSEC, 1min@30%MSEC) " EFFECT_EDGES " & " EFFECT_RES " & bal }; "
	 "wk 1-36: act 5/wk uns 30min \"active >=30 min on all remaining days\"",
	 "loads are of a hypothetical 1RM by the trial's own worksheet; its 15 minutes of cycling are 16, 15 and 12 minutes of intervals by phase",
	 "Hiensch 2022, tables 1 and 2, 10.1186/s13063-022-06556-7", SOURCED},
	{"ENDOMETRIAL", "endometrial cancer pilot",
	 "wk 1-12: aer walk 5/wk uns 30-45min @RPE 11-13 via home", "19 consented, 9 withdrew", "Schwartz 2021, 10.3389/fonc.2021.669961; dose from " REVIEW, UNCONFIRMED},
	{"DPEX-REVIEW", "DPEx as a review tells it",
	 "ses 3-5/wk mon 30-60min @40-60%VO2max via home { aer treadmill|bike & res bodyweight }",
	 "contradicted by the published trial, which had treadmill walking only: see DPEX-90 to DPEX-450", REVIEW, UNCONFIRMED},
	{"DPEX-90", "DPEx phase 1a, 90 min/wk", "aer treadmill mon vol 90min/wk @mod via home", NULL, "Jones 2024, 10.1001/jamaoncol.2024.2156", SOURCED},
	{"DPEX-150", "DPEx phase 1a, 150 min/wk", "aer treadmill mon vol 150min/wk @mod via home", NULL, "Jones 2024, 10.1001/jamaoncol.2024.2156", SOURCED},
	{"DPEX-225", "DPEx phase 1a, 225 min/wk", "aer treadmill mon vol 225min/wk @mod via home", NULL, "Jones 2024, 10.1001/jamaoncol.2024.2156", SOURCED},
	{"DPEX-300", "DPEx phase 1a, 300 min/wk", "aer treadmill mon vol 300min/wk @mod via home", NULL, "Jones 2024, 10.1001/jamaoncol.2024.2156", SOURCED},
	{"DPEX-375", "DPEx phase 1a, 375 min/wk", "aer treadmill mon vol 375min/wk @mod via home", NULL, "Jones 2024, 10.1001/jamaoncol.2024.2156", SOURCED},
	{"DPEX-450", "DPEx phase 1a, 450 min/wk", "aer treadmill mon vol 450min/wk @mod via home", NULL, "Jones 2024, 10.1001/jamaoncol.2024.2156", SOURCED},
	{"TELE-PREHAB", "tele-prehabilitation",
	 "aer bike|walk 3-5/wk 20-30min @60-70%HRmax via tele & res band 2-3/wk 15-20min @? via tele & resp breathing via tele",
	 "n = 10; weeks until surgery", "Drummond 2022; dose from " REVIEW, UNCONFIRMED},
	{"POWER", "POWER",
	 "ses 2-3/wk sup 60min via comm { res machine @50->75%1RM & aer treadmill|bike @mod }",
	 "the 60 minutes hold both; the setting is given as community-based and as hospital-based", "POWER 2021; dose from " REVIEW, UNCONFIRMED},
	{"HOSPITAL-HOME", "hospital and home service",
	 "wk 1-48: ses 2-3/wk 45-60min via site|home { aer walk|bike @40-60%HRR|RPE 11-13 prog auto & res machine|bodyweight & flex }",
	 "attrition 48 and 65 %", "10.1002/cncr.32297; dose from " REVIEW, UNCONFIRMED},
	{"COPE", "COPE, NCT01721343",
	 "wk 1-26: act walk @? via tele & res band ?/wk uns ?x? @? via home", "the doses of the telephone arm are not reported", "registry; JAMA Oncol 2019;5:644; " REVIEW, UNCONFIRMED},
	{"IM-FIT", "IM-FIT",
	 "wk 1-12: act @? & res ?/wk @? \"weekly group with PT, dietitian, psychologist\"", "which evaluation the review means is not resolved", REVIEW, UNCONFIRMED},
	{"GIPPSLAND", "rural Exercise and Cancer Program, Gippsland",
	 "wk 1-12: ses ?/wk sup ?min @? via comm { aer & res } or ses ?/wk uns ?min @? via home { aer & res }", "individual, group or home", "COSA 2023 98010, COSA 2024 108948", SOURCED},
	{"TELEHOME-HOME", "Tele@Home, home arm, NCT05779605",
	 "wk 1-12: aer bike|walk|nordic 3/wk mon 30-50min @70-85%HRmax via home \"first 3 sessions supervised in clinic\"",
	 "no source prints the name Tele@Home: matched by population, arms and length", "registry record NCT05779605", SOURCED},
	{"TELEHOME-CENTRE", "Tele@Home, centre arm, NCT05779605",
	 "wk 1-12: ses 3/wk sup 30-50min @70-90%HRmax via site { aer treadmill|bike & res }", "matched as the home arm", "registry record NCT05779605", SOURCED},
	{"LUNG-CHEMO", "individualised exercise during chemotherapy for lung cancer",
	 "wk 1-12 while chemo: aer ?/wk ?min @? & res ?/wk ?x? @?", "doses are not reported", "Li 2024, PMC11016390; " REVIEW, UNCONFIRMED},
	{"HELP-REGISTERED", "HELP, lymphoma, NCT00111865, as registered",
	 "wk 1-12: aer bike 3/wk sup 15->45min @60->80%VO2R via site", "a registry plan can differ from what was delivered; ramps by us", "registry text NCT00111865", SOURCED},
	{"HELP-REMEMBERED", "HELP, lymphoma, as remembered",
	 "wk 1-4: aer bike 3/wk sup 15-20min @60%Wpeak prog +5%Wpeak/wk to 75%Wpeak via site; wk 5-9: aer bike 3/wk sup 20-25min @75%Wpeak prog +5min/wk to 45min via site; "
	 "wk 10-12: aer bike 3/wk sup 40-45min @75%Wpeak via site",
	 "without its interval days; no source was found for these numbers", "general knowledge; 3/wk for 12 weeks: University of Alberta", UNCONFIRMED},
	{"MGH", "lifestyle clinic of the MGH", "aer ?/wk ?min @? \"FITT not reported\"", "advice; nothing of the dose is reported", "cancernetwork.com; " REVIEW, UNCONFIRMED},
	{"START", "START, breast cancer chemotherapy",
	 "wk 1-6: aer bike 3/wk sup 15min @60%VO2max prog +5min/3wk; wk 7-12: aer bike 3/wk sup 25min @70%VO2max prog +5min/3wk; wk 13-24: aer bike 3/wk sup 35min @80%VO2max prog +5min/3wk to 45min",
	 "for the length of chemotherapy, median 17 weeks; the summary says 45 minutes at 18 weeks, the rule reaches them in week 19", "Courneya 2014 table, PMC7273753 table 1", SOURCED},
	{"ECU", "ECU oesophageal trial, resistance",
	 "wk 1-8: res machine 2/wk sup 1-3x12 @12RM rest 60s prog tworep +5-10%; wk 9-16: res machine 2/wk sup 3x10 @10RM prog tworep +5-10%; wk 17-26: res machine 2/wk sup 3x8 @8RM prog tworep +5-10%",
	 NULL, "bmjopengastro.bmj.com markup 2227", SOURCED},
};

#define ROUNDTABLE "ACSM roundtable 2019, infographic as read from course slides (OCR); Campbell 2019, PMC8576825"

static const guideline guideline_table[] = {
	{"ACSM 2019", "fatigue", "aerobic", "strong", "wk 1-12: aer 3/wk 30min @mod", "12 weeks or more", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "fatigue", "resistance", "strong", "wk 1-12: res 2/wk 2x12-15 @mod", "12 weeks or more", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "fatigue", "combined", "strong", "wk 1-12: aer 3/wk 30min @mod & res 2/wk 2x12-15 @mod", "a detail slide has 30-60 min", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "health-related quality of life", "aerobic", "strong", "aer 2-3/wk 30-60min @modvig", "cell reconstructed from overlapping text", ROUNDTABLE, UNCONFIRMED},
	{"ACSM 2019", "health-related quality of life", "resistance", "strong", "res 2/wk 2x8-15 @modvig", "cell reconstructed from overlapping text", ROUNDTABLE, UNCONFIRMED},
	{"ACSM 2019", "health-related quality of life", "combined", "strong", "aer 2-3/wk 20-30min @mod & res 2/wk 2x8-15 @modvig", "cell reconstructed from overlapping text", ROUNDTABLE, UNCONFIRMED},
	{"ACSM 2019", "physical function", "aerobic", "strong", "aer 3/wk 30-60min @modvig", "8 to 12 weeks", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "physical function", "resistance", "strong", "res 2-3/wk 2x8-12 @modvig", "8 to 12 weeks", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "physical function", "combined", "strong", "aer 3/wk 20-40min @modvig & res 2-3/wk 2x8-12 @modvig", "8 to 12 weeks", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "anxiety", "aerobic", "strong", "wk 1-12: aer 3/wk 30-60min @modvig", NULL, ROUNDTABLE, SOURCED},
	{"ACSM 2019", "anxiety", "combined", "strong", "aer 2-3/wk 20-40min @modvig & res 2/wk 2x8-12 @modvig", "6 to 12 weeks; a detail slide has 8-15 repetitions", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "depression", "aerobic", "strong", "wk 1-12: aer 3/wk 30-60min @modvig", NULL, ROUNDTABLE, SOURCED},
	{"ACSM 2019", "depression", "combined", "strong", "aer 2-3/wk 20-40min @modvig & res 2/wk 2x8-12 @modvig", "6 to 12 weeks; a detail slide has 8-15 repetitions", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "lymphoedema", "resistance", "strong (safe)", "res 2-3/wk sup \"start low, progress slow\"", NULL, ROUNDTABLE, SOURCED},
	{"ACSM 2019", "bone health", "resistance", "moderate", "res 2-3/wk @modvig & func jump \"high impact, ground reaction force 3-4 x body weight\"", "12 months or more", ROUNDTABLE, SOURCED},
	{"ACSM 2019", "sleep", "aerobic", "moderate", "aer 3-4/wk 30-40min @mod", NULL, ROUNDTABLE, SOURCED},
	{"ACSM 2019", "general", "general", NULL, "aer vol 150min/wk & res 2/wk", "avoid inactivity", ROUNDTABLE, SOURCED},
	{"ACS / ACSM", "survivorship", "general", NULL, "aer vol 150-300min/wk @mod or aer vol 75-150min/wk @vig & res 2/wk", "strength on 2 days a week or more", "guideline comparison, 10.1038/s41416-024-02748-x table 1", SOURCED},
	{"ACSM 2010", "after treatment", "general", NULL, "aer 3-5/wk 20-30min @40-60%HRR|50-70%HRmax|RPE 11-14 & res 2-3/wk ?x6-15 @60-80%1RM ex 8-10 rest 60s & flex ?x10-30s", "resistance 60-80 %1RM or 6-15 repetitions, 48 hours apart", "ACSM/ACS course slides, module 8 (OCR)", SOURCED},
	{"ACSM course", "during treatment", "general", NULL, "aer 3-5/wk 10-30min @RPE 11-14 & res 2/wk & flex ?/wk \"most days\"", NULL, "ACSM/ACS course slides, module 8 (OCR)", SOURCED},
	{"ESSA 2019", "general", "general", NULL, NULL, "multimodal, moderate to high intensity suits most; no set prescription or weekly dose is evidence-based for all", "Hayes 2019 (abstract)", SOURCED},
	{"ASCO 2022", "during curative treatment", "general", "strong", NULL, "aerobic and resistance exercise recommended; no dose in the recommendation", "guidelinecentral.com/guideline/1711290", SOURCED},
	{"WCRF/AICR 2018", "survivorship", "general", NULL, NULL, "be physically active as part of everyday life; the 150 minutes are the adult guideline to which it points", "PMC10872641 table 1", SOURCED},
};

const programme *
programmes(int *n)
{
	*n = ENTRIES(programme_table);
	return programme_table;
}

const guideline *
guidelines(int *n)
{
	*n = ENTRIES(guideline_table);
	return guideline_table;
}
