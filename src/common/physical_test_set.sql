-- The type physical_test_set: a set of physical tests, by name.

-- @include src/common/name_set.sql.in TYPE=physical_test_set
COMMENT ON TYPE physical_test_set IS
'A set of physical tests, written as an array of names: {chair_stand,gait}. The tests are grip (hand grip), chair_stand (five chair stands), gait (usual gait speed), sppb (Short Physical Performance Battery), tug (timed up-and-go) and walk_400m (400 m walk). A text[] can be stored in it or cast to it.';
