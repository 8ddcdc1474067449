/*
 * class: the one ordered vocabulary of all definitions, so that
 * class >= 'sarcopenia' is prevalence. Each definition uses some of it
 * (sarcopenia_classes() in SQL).
 */
#ifndef EXONC_CLASS_H
#define EXONC_CLASS_H

typedef enum sarcopenia_class
{
	CLASS_NONE,
	CLASS_SLOW,			 /* SDOC: slow only */
	CLASS_WEAK,			 /* SDOC: weak only */
	CLASS_PRESARCOPENIA, /* EWGSOP1: low mass only */
	CLASS_POSSIBLE,		 /* AWGS: low strength or low performance */
	CLASS_PROBABLE,		 /* EWGSOP2: low strength */
	CLASS_FUNCTIONAL,	 /* KWGS: low strength and performance, mass not low */
	CLASS_SARCOPENIA,
	CLASS_SEVERE,
	N_CLASSES
} sarcopenia_class;

#define SARCOPENIA_CLASS_LABELS \
	{"none", "slow", "weak", "presarcopenia", "possible", "probable", "functional", "sarcopenia", \
	 "severe"}

#endif
