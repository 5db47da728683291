package vn.trian.casefile;

import org.springframework.context.annotation.Import;
import vn.trian.support.TableTest;

@TableTest
@Import(CaseCodes.class)
class CaseCodesOnH2Test extends CaseCodeRules {}
