-- Where a prescription is to be carried out.

CREATE FUNCTION delivery_settings(prescription prescription) RETURNS delivery_setting[]
AS 'MODULE_PATHNAME', 'exonc_delivery_settings' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 30;
COMMENT ON FUNCTION delivery_settings(prescription) IS
'The settings that a prescription names with "via", of all its sessions and components, each once and in the order of the type; an empty array where it names none. Of a row of schedule(), the setting of that session: (delivery_settings(prescribed))[1] where there is only one.';
