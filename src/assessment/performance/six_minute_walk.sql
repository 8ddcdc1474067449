-- Six-minute walk.

CREATE TYPE six_minute_walk_equation AS ENUM ('enright_1998');
COMMENT ON TYPE six_minute_walk_equation IS
'Equation for the normal distance of the six-minute walk: Enright and Sherrill 1998 (enright_1998). performance_rules() shows it with its source. Results by different equations cannot be compared.';

CREATE FUNCTION six_minute_walk(
	distance_m float8, sex sex, age float8, height_cm float8, weight_kg float8,
	equation six_minute_walk_equation DEFAULT 'enright_1998',
	OUT predicted_m float8, OUT lower_limit_m float8, OUT percent_predicted float8,
	OUT below_lower_limit boolean, OUT equation six_minute_walk_equation
) RETURNS record
AS 'MODULE_PATHNAME', 'exonc_six_minute_walk'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20; -- not STRICT: what is predicted does not need a distance
COMMENT ON FUNCTION six_minute_walk(float8, sex, float8, float8, float8, six_minute_walk_equation) IS
'A six-minute walk beside its normal value: predicted distance and lower limit of normal in metres, the distance in percent of the predicted one, whether it is below the lower limit, and the equation by which this was found. Age in years, 18 or more. A person who tried and could not walk has a distance of 0, which is a result. A NULL distance leaves percent_predicted and below_lower_limit NULL; all columns are NULL if sex, age, height, weight or equation is NULL, or if the equation gives no distance above 0. Errors: a value that cannot be, with a hint on the unit (22003). Oxygen uptake is not estimated from the distance: the error is too large for one person.';

CREATE FUNCTION six_minute_walk_predicted_m(
	sex sex, age float8, height_cm float8, weight_kg float8,
	equation six_minute_walk_equation DEFAULT 'enright_1998'
) RETURNS float8
AS 'MODULE_PATHNAME', 'exonc_six_minute_walk_predicted_m'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION six_minute_walk_predicted_m(sex, float8, float8, float8, six_minute_walk_equation) IS
'Normal distance of a six-minute walk in metres: predicted_m of six_minute_walk() by itself, for filters and aggregates. NULL if an argument is NULL, or if the equation gives no distance above 0. Errors as six_minute_walk().';
