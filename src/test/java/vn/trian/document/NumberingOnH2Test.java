package vn.trian.document;

@DocumentSlice
class NumberingOnH2Test extends NumberingRules {}
