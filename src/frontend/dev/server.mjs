// A stand-in for the server, to look at the browser side alone:
//
//   node build.mjs ../../target/frontend && node dev/server.mjs          http://localhost:8090/
//   TARGET=http://localhost:8080 node dev/server.mjs                     the real Tasklist with the invented API
//
// Nothing of this folder reaches the jar.
import http from 'node:http';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import {intake, lookups, options, taskFrame} from './samples.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(process.env.OUT ?? join(here, '../../../target/frontend'), 'static');
const target = process.env.TARGET ? new URL(process.env.TARGET) : null;
const port = Number(process.env.PORT ?? 8090);
const TYPES = {'.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.woff2': 'font/woff2', '.bpmn': 'text/xml', '.svg': 'image/svg+xml', '.json': 'application/json'};
const STRICT = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";
const papers = new Map();
const mine = new Set(['t2']);
const seen = [];
let count = 0;

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj '
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>');

http.createServer(async (request, response) => {
  const url = new URL(request.url, `http://localhost:${port}`);
  const path = url.pathname;
  const send = (status, body, type = 'application/json') => {
    response.writeHead(status, {'Content-Type': status >= 400 && type === 'application/json' ? 'application/problem+json' : type,
      ...(type.startsWith('text/html') && path.startsWith('/dev/') ? {'Content-Security-Policy': STRICT} : {}),
      'Set-Cookie': 'TA-XSRF-TOKEN=abc; Path=/'});
    response.end(Buffer.isBuffer(body) ? body : typeof body === 'string' ? body : JSON.stringify(body));
  };
  const problem = (status, title, detail, more = {}) => send(status, {type: 'about:blank', title, status, detail, ...more});
  if (path.startsWith('/assets/')) {
    const file = join(assets, normalize(path));
    return existsSync(file) ? send(200, readFileSync(file), TYPES[extname(file)] ?? 'application/octet-stream') : send(404, {});
  }
  if (path.startsWith('/dev/') || (!target && (path === '/' || path.endsWith('.html')))) {
    const file = join(here, path === '/' ? 'index.html' : path.replace(/^\/dev\//, ''));
    return existsSync(file) ? send(200, readFileSync(file), TYPES[extname(file)] ?? 'text/plain') : send(404, {});
  }
  if (!path.startsWith('/api/')) {
    return target ? forward(request, response, url) : send(404, {});
  }
  if (request.method !== 'GET' && request.headers['x-ta-xsrf-token'] !== 'abc') {
    return problem(403, 'CSRF', 'Thiếu mã chống giả mạo.');
  }
  const body = request.method === 'POST' ? await bodyOf(request) : null;
  let match;
  if ((match = /^\/api\/tasks\/([^/]+)\/frame$/.exec(path))) {
    await new Promise(done => setTimeout(done, 50));
    return match[1] === 'gone' ? problem(404, 'Không tìm thấy', '') : send(200, taskFrame(match[1], mine.has(match[1])));
  }
  if (/^\/api\/procedures\/[^/]+\/intake$/.test(path) && request.method === 'GET') {
    return send(200, intake);
  }
  if ((match = /^\/api\/tasks\/([^/]+)\/claim$/.exec(path))) {
    mine.add(match[1]);
    return send(200, {});
  }
  if (path.startsWith('/api/lookup/')) {
    const list = lookups[path.split('/').pop()] ?? [];
    return send(200, url.searchParams.get('q').includes('zz') ? [] : list);
  }
  if (path.startsWith('/api/options/')) {
    return send(200, options[path.split('/').pop()] ?? []);
  }
  if (path === '/api/work-items') {
    return send(200, url.searchParams.get('taskIds').split(',').map((taskId, index) => ({taskId, caseCode: `LS-DK-2024-00012${index}`, ownerName: 'Hoàng Thị Bính', procedureName: 'Thờ cúng liệt sĩ', levelLabel: 'Cấp xã', stepName: 'Xác nhận', color: ['GREEN', 'AMBER', 'RED', 'GREY'][index % 4], timeText: ['còn 4 ngày', 'còn 1 ngày', 'quá hạn 2 ngày', 'tạm dừng'][index % 4]})));
  }
  if (path === '/api/papers' && request.method === 'POST') {
    const name = /filename="([^"]*)"/.exec(body.toString('utf8'))?.[1] ?? 'tep';
    const id = `up${++count}`;
    papers.set(id, name);
    return send(200, {id, name, mediaType: /\.(png|jpe?g)$/i.test(name) ? 'image/png' : 'application/pdf', size: body.length, url: `/api/papers/${id}`, previewUrl: `/api/papers/${id}/preview`});
  }
  if (path.startsWith('/api/papers/')) {
    return request.method === 'DELETE' ? send(200, {}) : send(200, PDF, 'application/pdf');
  }
  if (path === '/api/seen') {
    return send(200, seen);
  }
  if (/\/(outcome|intake)$/.test(path)) {
    const sent = JSON.parse(body.toString('utf8'));
    seen.push({path, key: request.headers['idempotency-key'], sent});
    await new Promise(done => setTimeout(done, 300));
    if (sent.data?.opinion === 'mất phiên') {
      return problem(401, 'Hết phiên', '');
    }
    if (sent.data?.opinion === 'xung đột') {
      return problem(409, 'Hồ sơ đã thay đổi', 'Lý Văn Tài đã nhận việc này lúc 09:12.');
    }
    if (sent.data?.martyr?.certificateNumber === 'SAI' || sent.data?.opinion === 'sai') {
      return problem(422, 'Chưa gửi được', 'Nội dung chưa đúng.', {problems: [
        {field: 'martyr.certificateNumber', message: 'Không có Bằng số này.'}, {field: 'relatives[0].fullName', message: 'Người này đã mất năm 2001.'},
        {field: 'confirmFile.postedOn', message: 'Ngày niêm yết phải sau ngày nhận.'}, {field: 'papers.certificate', message: 'Thiếu Bằng Tổ quốc ghi công.'}]});
    }
    if (sent.outcome === 'ACCEPT' && !sent.confirmDuplicate) {
      return send(422, {type: 'https://trian.vn/problems/duplicate-case', title: 'Trùng hồ sơ', detail: 'Liệt sĩ này đang có hồ sơ khác.', duplicates: [{caseCode: 'LS-MP-2024-000011', ownerName: 'Hoàng Văn Đinh', state: 'Đang ở cấp huyện', office: 'UBND xã Mai Pha'}]});
    }
    return send(200, {caseCode: 'LS-DK-2024-000124', message: 'Hẹn trả kết quả ngày 08/04/2024.', next: null, documents: sent.outcome === 'ACCEPT' ? [{name: 'Giấy tiếp nhận', pdfUrl: '/api/papers/p1'}] : []});
  }
  return send(404, {});
}).listen(port, () => console.log(`http://localhost:${port}/${target ? ` in front of ${target}` : ''}`));

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function forward(request, response, url) {
  const onward = http.request({hostname: target.hostname, port: target.port, path: url.pathname + url.search, method: request.method,
    headers: {...request.headers, host: target.host}}, answer => {
    if (answer.statusCode === 404 && url.pathname.endsWith('/locales/vi.json')) {
      answer.resume();
      forward(request, response, new URL(url.pathname.replace('vi.json', 'en.json'), url));
      return;
    }
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', failure => { response.writeHead(502); response.end(String(failure)); });
  request.pipe(onward);
}
