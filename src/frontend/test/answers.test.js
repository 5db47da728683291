import test from 'node:test';
import assert from 'node:assert/strict';
import {checkAnswers, emptyAnswers, stillWrong, toBody} from '../src/frame/answers.js';
import {paperState} from '../src/frame/paperstate.js';
import {texts} from '../src/lib/texts.js';

const t = texts('vi');
const papers = [
  {kind: 'form18', name: 'Mẫu 18', required: true, received: true, files: []},
  {kind: 'certificate', name: 'Bằng Tổ quốc ghi công', required: true, received: false, files: []},
  {kind: 'other', name: 'Giấy tờ khác', required: false, received: false, files: []}
];

test('yêu cầu bổ sung: giấy tờ còn thiếu được đánh dấu sẵn', () => {
  const outcome = {code: 'SUPPLEMENT', needs: ['items', 'reason']};
  const answers = emptyAnswers(outcome, papers);
  assert.deepEqual(answers.kinds.map(item => item.chosen), [false, true, false]);
  assert.deepEqual(Object.keys(checkAnswers(outcome, answers, t)), ['reason']);
  const body = toBody(outcome, {...answers, reason: ' Thiếu Bằng ', lines: ['  ', 'Ảnh mộ']});
  assert.deepEqual(body.items, [{kind: 'certificate', text: 'Bằng Tổ quốc ghi công'}, {kind: null, text: 'Ảnh mộ'}]);
  assert.equal(body.reason, 'Thiếu Bằng');
  assert.equal('reasonCode' in body, false);
});

test('báo thiếu mất đi khi đã chọn hoặc ghi, và không báo thêm trước lần gửi sau', () => {
  const outcome = {code: 'SUPPLEMENT', needs: ['items', 'reason']};
  const nothing = {...emptyAnswers(outcome, []), kinds: [{kind: 'other', text: 'Giấy tờ khác', chosen: false}]};
  const messages = checkAnswers(outcome, nothing, t);
  assert.deepEqual(Object.keys(messages), ['reason', 'items']);
  const ticked = {...nothing, kinds: [{...nothing.kinds[0], chosen: true}]};
  assert.deepEqual(Object.keys(stillWrong(messages, outcome, ticked, t)), ['reason']);
  assert.deepEqual(stillWrong({}, outcome, nothing, t), {});
});

test('từ chối cần lý do trong danh mục', () => {
  const outcome = {code: 'REFUSE', needs: ['reasonCode'], reasons: [{code: 'A'}, {code: 'B'}]};
  const answers = emptyAnswers(outcome, papers);
  assert.equal(checkAnswers(outcome, answers, t).reasonCode, 'Hãy chọn lý do.');
  assert.deepEqual(checkAnswers(outcome, {...answers, reasonCode: 'A'}, t), {});
  assert.equal(emptyAnswers({needs: ['reasonCode'], reasons: [{code: 'A'}]}, []).reasonCode, 'A');
});

test('tạm dừng cần loại và tên cơ quan', () => {
  const outcome = {code: 'SUSPEND', needs: ['body']};
  const answers = {...emptyAnswers(outcome, papers), bodyKind: 'MINISTRY', bodyName: ' '};
  assert.deepEqual(Object.keys(checkAnswers(outcome, answers, t)), ['body.name']);
  assert.deepEqual(Object.keys(checkAnswers(outcome, {...answers, bodyKind: '', bodyName: 'x'}, t)), ['body.kind']);
  assert.deepEqual(toBody(outcome, {...answers, bodyName: 'Bộ Nội vụ '}), {body: {kind: 'MINISTRY', name: 'Bộ Nội vụ'}});
});

test('loại cơ quan được chờ theo kết quả đã chọn', () => {
  assert.equal(emptyAnswers({code: 'ASK_EXAMINATION', needs: ['body'], bodyKind: 'FORENSIC'}, []).bodyKind, 'FORENSIC');
  assert.equal(emptyAnswers({code: 'SUSPEND', needs: ['body'], bodyKind: null}, []).bodyKind, '');
});

test('danh mục giấy tờ mới giữ dấu tích và tệp đã có', () => {
  const typed = [{kind: 'certificate', received: true, files: [{id: 'p1'}], copyKind: 'COPY', quantity: 2, officerNote: 'mờ'}];
  const state = paperState([{kind: 'certificate', required: false, note: 'theo luật'}, {kind: 'authorization'}], typed);
  assert.deepEqual([state[0].received, state[0].files.length, state[0].quantity, state[0].officerNote, state[0].note, state[0].required],
    [true, 1, 2, 'mờ', 'theo luật', false]);
  assert.deepEqual([state[1].received, state[1].files, state[1].quantity], [false, [], 1]);
});
