-- Screening prompts to measure. SARC-F is positive from 4 on, SARC-CalF from 11.
SELECT exonc.sarc_f(1, 1, 1, 1, exonc.sarc_f_falls(3)) AS sarc_f, exonc.sarc_f_falls(3) AS three_falls, exonc.sarc_f_falls(4) AS four_falls;
-- The sources differ on a calf of exactly 34 cm, so the caller says which.
SELECT v, exonc.sarc_calf(1, 34.0, 'male', v) FROM unnest(enum_range(NULL::exonc.sarc_calf_variant)) v;
SELECT exonc.sarc_f(1, 1, 5, 0, 0);

-- A calf of 38 cm in obesity is one of 31. In wasting nothing is added.
SELECT exonc.calf_adjusted(38, 32) AS obesity, exonc.calf_adjusted(30, 17, wasting => true) AS wasting,
       exonc.calf_adjusted(30, 17, wasting => false) AS thin, exonc.calf_adjusted(30, 17) AS not_known;

-- One person, three definitions of cachexia. What is not known stays open.
SELECT d, exonc.cachexia(d, sex => 'female', weight_loss_percent => 3, weight_loss_months => 6, bmi_kg_m2 => 19.5, crp_mg_l => 8,
                         chronic_disease => true) AS cachexia
FROM unnest(enum_range(NULL::exonc.cachexia_definition)) d;
SELECT criterion, value, met FROM exonc.syndrome_criteria(sex => 'female', weight_loss_percent => 3, bmi_kg_m2 => 19.5, crp_mg_l => 8) WHERE syndrome = 'Fearon2011';

-- Malnutrition, frailty, sarcopenic obesity.
SELECT exonc.glim(age => 66, weight_loss_percent => 8, weight_loss_months => 5, inflammation => true) AS stage,
       exonc.glim(age => 66, weight_loss_percent => 8, weight_loss_months => 9, bmi_kg_m2 => 24, inflammation => true, asian => false) AS slower;
SELECT * FROM exonc.fried(sex => 'male', bmi_kg_m2 => 27, height_cm => 172, grip_kg => 30, walk_15ft_s => 7.2, exhaustion => true);
SELECT * FROM exonc.sarcopenic_obesity(sex => 'female', ethnicity => 'asian', age => 60, bmi_kg_m2 => 28, sarc_f => 5, chair_stand_s => 18,
                                       fat_percent => 42, smm_weight_percent => 25, complications => false);

-- Units.
SELECT exonc.cachexia('Evans2008', haemoglobin_g_dl => 118);
SELECT exonc.fried(sex => 'male', walk_15ft_s => 0.65);

-- The cut-offs.
SELECT syndrome, criterion, sex, age_from, age_to, band, band_above, band_at_most, operator, cutoff, unit, mark FROM exonc.syndrome_cutoffs();
