import test from 'node:test';
import assert from 'node:assert/strict';
import {learnEnglish, wordsFor} from '../src/tasklist/labels.js';

const within = (...known) => selector => known.includes(selector);

test('chữ viết cứng trong Camunda được thay ở đúng chỗ của nó', () => {
  assert.equal(wordsFor('vi', 'zoom in', within('.navigation')), 'Phóng to');
  assert.equal(wordsFor('vi', 'State', within('.cam-table thead')), 'Trạng thái');
  assert.equal(wordsFor('vi', 'State', within()), undefined);
  assert.equal(wordsFor('vi', 'constructor', within('.cam-table thead')), undefined);
});

test('danh sách quyền chỉ được thay khi biết mọi quyền', () => {
  assert.equal(wordsFor('vi', 'READ, UPDATE', within('td.permissions')), 'Xem, Sửa');
  assert.equal(wordsFor('vi', 'READ, MY_OWN', within('td.permissions')), undefined);
});

test('lịch chọn ngày nói tiếng Việt', () => {
  const calendar = within('[uib-datepicker]');
  assert.equal(wordsFor('vi', 'November 2026', calendar), 'Tháng 11/2026');
  assert.equal(wordsFor('vi', 'March', calendar), 'Tháng 3');
  assert.equal(wordsFor('vi', 'Sun', calendar), 'CN');
  assert.equal(wordsFor('vi', '2026', calendar), undefined);
});

test('bộ lọc có tên tiếng Anh; đã thay rồi thì thôi', () => {
  const filters = within('[cam-tasklist-filters], .tooltip-inner');
  assert.equal(wordsFor('en', 'Quá hạn', filters), undefined);
  learnEnglish({lists: {'Quá hạn': 'Overdue'}, processes: {'Trả kết quả': 'Delivery'}});
  assert.equal(wordsFor('en', 'Quá hạn', filters), 'Overdue');
  assert.equal(wordsFor('en', 'Overdue', filters), undefined);
  assert.equal(wordsFor('vi', 'Quá hạn', filters), undefined);
});
