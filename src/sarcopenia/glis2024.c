/*
 * GLIS 2024: Global Leadership Initiative in Sarcopenia, conceptual definition.
 * Age and Ageing 2024;53:afae052, PMC10960072.
 *
 * It names the components of sarcopenia (mass, strength, muscle-specific
 * strength) and calls performance an outcome. It has no cut-offs, so it
 * classifies nobody: it is here to be listed.
 */
#include "sarcopenia/definition.h"

const sarcopenia_definition definition_glis2024 = {
	.code = "GLIS2024",
	.name = "Global Leadership Initiative in Sarcopenia, 2024",
	.source = "GLIS 2024: Age Ageing 53:afae052, PMC10960072",
	.note = "A concept without cut-offs: it classifies nobody.",
};
