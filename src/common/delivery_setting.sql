-- Where sessions take place: what a prescription names and a session row records.

CREATE TYPE delivery_setting AS ENUM ('site', 'home', 'tele', 'community');
COMMENT ON TYPE delivery_setting IS
'Where a session takes place, in the words of a prescription ("via home"): at the study site, at home, at home with live contact (tele), in the community. A column of session rows; group by it.';
