import test from 'node:test';
import assert from 'node:assert/strict';
import {checkField} from '../src/form/checks.js';
import {lookupGroups, prepareSchema, sourcesOf, withToday} from '../src/form/schema.js';
import {texts} from '../src/lib/texts.js';

const t = texts('vi');
const check = (field, value, siblings = {}) => checkField(field, value, siblings, t);

test('mục bắt buộc', () => {
  assert.deepEqual(check({type: 'textfield', validate: {required: true}}, '  '), ['Cần nhập mục này.']);
  assert.deepEqual(check({type: 'select', validate: {required: true}}, null), ['Cần chọn một mục.']);
  assert.deepEqual(check({type: 'checkbox', validate: {required: true}}, false), ['Cần nhập mục này.']);
  assert.deepEqual(check({type: 'textfield'}, ''), []);
});

test('số CCCD 12 chữ số, CMND 9 hoặc 12', () => {
  const field = {type: 'textfield', properties: {check: 'idNumber'}};
  assert.deepEqual(check(field, '020075001234'), []);
  assert.equal(check(field, '020075').length, 1);
  assert.deepEqual(check(field, '123456789', {idType: 'CMND'}), []);
  assert.equal(check(field, '123456789', {idType: 'CCCD'}).length, 1);
});

test('điện thoại, email, họ tên, năm', () => {
  assert.deepEqual(check({type: 'textfield', properties: {check: 'phone'}}, '0912 345 678'), []);
  assert.equal(check({type: 'textfield', properties: {check: 'phone'}}, '912345678').length, 1);
  assert.equal(check({type: 'textfield', properties: {check: 'email'}}, 'a@b').length, 1);
  assert.deepEqual(check({type: 'textfield', properties: {check: 'fullName'}}, 'Hoàng Thị Bính'), []);
  assert.equal(check({type: 'textfield', properties: {check: 'fullName'}}, 'Bính').length, 1);
  assert.equal(check({type: 'textfield', properties: {check: 'year'}}, '75').length, 1);
});

test('ngày', () => {
  const field = {type: 'datetime', properties: {check: 'pastDate'}};
  assert.deepEqual(check(field, '1975-02-03'), []);
  assert.deepEqual(check(field, '30/02/1975'), ['Ngày chưa đúng. Nhập theo dạng 31/12/1975.']);
  assert.equal(check(field, '2199-01-01').length, 1);
  assert.deepEqual(check({...field, properties: {precision: 'dateOrYear'}}, '1948'), []);
  assert.equal(check(field, '1948').length, 1);
});

test('số và tiền', () => {
  assert.deepEqual(check({type: 'number', properties: {money: 'true'}, validate: {min: 1000}}, 500), ['Không được nhỏ hơn 1.000.']);
  assert.equal(check({type: 'number', decimalDigits: 0}, 1.5).length, 1);
  assert.equal(check({type: 'number'}, 'mười').length, 1);
  assert.deepEqual(check({type: 'number', validate: {min: '=other'}}, 1), []);
});

const schema = {
  type: 'default',
  components: [
    {type: 'group', path: 'martyr', properties: {lookup: 'martyr', en: 'Martyr'}, label: 'Liệt sĩ', components: [
      {
        type: 'textfield', key: 'fullName', label: 'Họ tên', description: 'Chữ in hoa',
        properties: {en: 'Name', enHint: 'In capitals'}
      },
      {type: 'datetime', key: 'born', dateLabel: 'Ngày sinh', properties: {en: 'Born'}},
      {type: 'group', path: 'homeTown', components: [{type: 'select', key: 'commune', valuesKey: 'communes', properties: {source: 'communes'}}]},
      {
        type: 'textfield', key: 'month', label: 'Tháng',
        validate: {pattern: '^\\d\\d$', patternErrorMessage: 'Ghi hai chữ số.'},
        properties: {en: 'Month', enPattern: 'Write two digits.'}
      }
    ]},
    {type: 'select', key: 'kind', values: [{value: 'A', label: 'Một', en: 'One'}]},
    {type: 'button', action: 'submit'}
  ]
};

test('biểu mẫu được chuẩn bị: nhãn, danh mục, không có nút', () => {
  assert.deepEqual(sourcesOf(schema), ['communes']);
  assert.deepEqual(lookupGroups(schema), [{path: ['martyr'], kind: 'martyr'}]);
  const english = prepareSchema(schema, {lang: 'en', options: {communes: [{value: 'dk', label: 'Đông Kinh'}]}});
  assert.equal(english.components.length, 2);
  assert.equal(english.components[0].label, 'Martyr');
  assert.equal(english.components[1].values[0].label, 'One');
  assert.equal(english.components[0].components[2].components[0].values[0].value, 'dk');
  assert.equal(english.components[0].components[1].dateLabel, 'Born');
  assert.equal(english.components[0].components[0].description, 'In capitals');
  assert.equal(english.components[0].components[3].validate.patternErrorMessage, 'Write two digits.');
  assert.equal(prepareSchema(schema).components[0].components[3].validate.patternErrorMessage, 'Ghi hai chữ số.');
  assert.equal(prepareSchema(schema).components[0].label, 'Liệt sĩ');
  assert.equal(prepareSchema(schema).components[0].components[0].description, 'Chữ in hoa');
  assert.equal(schema.components.length, 3);
});

test('ngày thường là hôm nay được điền sẵn, không đè lên ngày đã có', () => {
  const form = {
    components: [
      {type: 'datetime', key: 'broughtOn', properties: {today: 'true'}},
      {type: 'datetime', key: 'issuedOn'},
      {type: 'group', path: 'letter', components: [{type: 'datetime', key: 'on', properties: {today: 'true'}}]}
    ]
  };
  const filled = withToday(form, {today: '2024-03-11', letter: {number: 1}});
  assert.equal(filled.broughtOn, '2024-03-11');
  assert.equal(filled.issuedOn, undefined);
  assert.deepEqual(filled.letter, {number: 1, on: '2024-03-11'});
  assert.equal(withToday(form, {today: '2024-03-11', broughtOn: '2024-03-08'}).broughtOn, '2024-03-08');
  assert.deepEqual(withToday(form, {}), {});
});
