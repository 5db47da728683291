package vn.trian.casefile;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.trian.support.RealPostgres;
import vn.trian.support.TableTest;

@TableTest
@ActiveProfiles("postgres")
@ContextConfiguration(initializers = RealPostgres.class)
@Import(CaseCodes.class)
class CaseCodesOnPostgresTest extends CaseCodeRules {}
