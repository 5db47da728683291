package vn.trian.document;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.trian.support.RealPostgres;

@DocumentSlice
@ActiveProfiles("postgres")
@ContextConfiguration(initializers = RealPostgres.class)
class NumberingOnPostgresTest extends NumberingRules {}
