import test from 'node:test';
import assert from 'node:assert/strict';
import {isAfter, readDate, showDate, showInstant, today} from '../src/lib/dates.js';
import {caretAfter, groupDigits, readMoney, showMoney} from '../src/lib/money.js';
import {getPath, joinPath, parsePath, withPath} from '../src/lib/paths.js';
import {fold, matching} from '../src/lib/fold.js';
import {problemOf} from '../src/lib/validity.js';
import {ALL_TEXTS, formJsTexts, texts} from '../src/lib/texts.js';

test('ngày được đọc theo cách người ta viết', () => {
  for (const typed of ['3/2/1975', '03/02/1975', '03-02-1975', '03.02.1975', '03021975', ' 3 / 2 / 1975 ', '1975-02-03']) {
    assert.equal(readDate(typed), '1975-02-03', typed);
  }
});

test('ngày không có thật bị từ chối', () => {
  for (const typed of ['30/02/1975', '29/02/2023', '31/4/2024', '1/13/2024', '1/1/24', 'hôm qua', '1/1/0999']) {
    assert.equal(readDate(typed), null, typed);
  }
  assert.equal(readDate('29/02/2024'), '2024-02-29');
  assert.equal(readDate(''), '');
});

test('chỉ năm được nhận khi biểu mẫu cho phép', () => {
  assert.equal(readDate('1948', {yearAlone: true}), '1948');
  assert.equal(readDate('1948'), null);
  assert.equal(showDate('1948'), '1948');
});

test('ngày hiện theo dd/MM/yyyy, giờ theo giờ Việt Nam', () => {
  assert.equal(showDate('1975-02-03'), '03/02/1975');
  assert.equal(showInstant('2024-03-11T18:30:00Z'), '12/03/2024 01:30');
  assert.equal(showInstant('2024-03-11'), '11/03/2024');
  assert.equal(today(new Date('2024-03-11T17:30:00Z')), '2024-03-12');
});

test('năm nay chưa chắc là tương lai', () => {
  assert.equal(isAfter('2024', '2024-03-11'), false);
  assert.equal(isAfter('2025', '2024-03-11'), true);
  assert.equal(isAfter('2024-03-12', '2024-03-11'), true);
  assert.equal(isAfter('2024-03-11', '2024-03-11'), false);
});

test('tiền được nhóm bằng dấu chấm', () => {
  assert.equal(showMoney(1400000), '1.400.000 đ');
  assert.equal(groupDigits(999), '999');
  assert.equal(groupDigits(''), '');
  assert.equal(readMoney('1.400.000 đ'), 1400000);
  assert.equal(readMoney('0012'), 12);
  assert.equal(readMoney(''), null);
});

test('con trỏ đứng sau cùng số chữ số như trước khi nhóm', () => {
  assert.equal(caretAfter('1.400.000', 4), 5);
  assert.equal(caretAfter('1.400', 0), 0);
  assert.equal(caretAfter('1.400', 9), 5);
});

test('đường dẫn', () => {
  assert.deepEqual(parsePath('relatives[0].fullName'), ['relatives', 0, 'fullName']);
  assert.deepEqual(parsePath('relatives.0.fullName'), ['relatives', 0, 'fullName']);
  assert.equal(joinPath(['relatives', 0, 'fullName']), 'relatives[0].fullName');
  const data = {a: {b: [{c: 1}]}};
  const changed = withPath(data, 'a.b[0].c', 2);
  assert.equal(getPath(changed, 'a.b[0].c'), 2);
  assert.equal(getPath(data, 'a.b[0].c'), 1);
  assert.deepEqual(withPath({}, 'x[1].y', 1), {x: [, {y: 1}]});
  assert.equal(getPath(null, 'a.b'), undefined);
  assert.equal({}.polluted, withPath({}, '__proto__.polluted', 1).polluted);
});

test('mỗi câu có đủ hai thứ tiếng và cùng số chỗ trống', () => {
  for (const [key, [vi, en]] of Object.entries(ALL_TEXTS)) {
    assert.ok(vi && en, key);
    const holes = text => (text.match(/\{\d\}/g) ?? []).sort().join();
    assert.equal(holes(vi), holes(en), key);
  }
  assert.equal(texts('vi')('papers.progress', 2, 5), 'Đã có 2/5 giấy tờ bắt buộc');
  assert.equal(formJsTexts('vi')('Expand all ({value})', {value: 7}), 'Mở rộng tất cả (7)');
});

test('tìm trong danh mục không cần gõ dấu', () => {
  assert.equal(fold(' Đông Kinh '), 'dong kinh');
  const options = [{label: 'Xã Mai Pha'}, {label: 'Phường Đông Kinh'}, {label: 'Đông Quan'}];
  assert.deepEqual(matching(options, 'dong').map(option => option.label), ['Đông Quan', 'Phường Đông Kinh']);
  assert.deepEqual(matching(options, 'kinh đông').map(option => option.label), ['Phường Đông Kinh']);
  assert.equal(matching(options, '').length, 3);
});

test('điều trình duyệt thấy sai được nói bằng ngôn ngữ của trang', () => {
  const problem = (field, lang = 'vi') => problemOf({value: '', validity: {}, ...field}, texts(lang));
  assert.equal(problem({tagName: 'SELECT', required: true}), 'Cần chọn một mục.');
  assert.equal(problem({tagName: 'TEXTAREA', required: true, value: '  '}), 'Cần nhập mục này.');
  assert.equal(problem({tagName: 'TEXTAREA', required: true}, 'en'), 'This is needed.');
  assert.equal(problem({value: '1/1', title: 'dd/mm/yyyy', validity: {patternMismatch: true}}), 'dd/mm/yyyy');
  assert.equal(problem({required: true, value: 'Nghỉ phép'}), '');
  assert.equal(problem({}), '');
});
