-- One woman's CT against every set: low by nine of them, normal by two.
SELECT set, operator, cutoff, low, purpose FROM exonc.muscle_panel(sex => 'female', age => 45, bmi_kg_m2 => 22, l3_smi_cm2_m2 => 30.0);

-- The index comes from the area; attenuation has cut-offs of its own.
SELECT set, measure, round(value::numeric, 2) AS value, cutoff, low, note
FROM exonc.muscle_panel(sex => 'male', age => 66, height_cm => 172, weight_kg => 78, l3_sma_cm2 => 132, l3_hu => 31)
WHERE set IN ('Martin2013', 'Kim2021', 'Yoon2021_P5', 'Derstine2018');

-- What is not known leaves a set open where it matters.
SELECT set, cutoff, low, note FROM exonc.muscle_panel(sex => 'male', l3_smi_cm2_m2 => 45) WHERE set IN ('Martin2013', 'Groningen2023', 'Prado2008');
SELECT exonc.muscle_panel(sex => 'male', l3_sma_cm2 => 13200);
SELECT DISTINCT set, measure, hu_from, hu_to, mark FROM exonc.muscle_sets() WHERE set ~ '^(Martin|Fearon|AWGS2019)' ORDER BY 1, 2, 5;

-- Equations say what they predict. Total muscle is not that of arms and legs.
SELECT equation, quantity, modality, age_from, age_to, bmi_below, standard_error_kg, mark FROM exonc.muscle_equations();
SELECT e, round(m.kg::numeric, 2) AS kg, m.quantity, m.modality, m.valid
FROM unnest('{Janssen2000,Kyle2003,Sergi2015,Yoshida2014}'::exonc.muscle_equation[]) e,
     LATERAL exonc.muscle_estimate(e, sex => 'male', age => 58, height_cm => 170, weight_kg => 70, resistance_ohm => 500, reactance_ohm => 50) m;
SELECT round(kg::numeric, 2) AS kg, quantity FROM exonc.muscle_estimate('Mourtzakis2008_FFM', l3_muscle_cm2 => 140);

-- The term for ethnicity of the Lee equations has no default: the sources contradict each other.
SELECT kg, note FROM exonc.muscle_estimate('Lee2000_weight', sex => 'male', age => 70, height_cm => 170, weight_kg => 70);
SELECT round(kg::numeric, 2) AS kg FROM exonc.muscle_estimate('Lee2000_weight', sex => 'male', age => 70, height_cm => 170, weight_kg => 70, ethnicity_kg => 0);

-- A change beside the error of the device.
SELECT * FROM exonc.muscle_change(19.2, 18.5, 'BIA', 'BIA', precision_cv_percent => 1.5);
SELECT * FROM exonc.muscle_change(19.2, 18.5, 'BIA', 'DXA');
