import http from 'k6/http';

export let options = {
  stages: [
    { duration: '30s', target: 50 },   // Normal
    { duration: '10s', target: 500 },  // Sudden spike
    { duration: '1m', target: 500 },   // Sustained
    { duration: '10s', target: 50 },   // Back to normal
    { duration: '30s', target: 50 },
  ],
};

// Tests:
// - How quickly does system recover?
// - Does it handle spike gracefully?
// - Are there any cascading failures?

export default function () {
  http.get('http://localhost:8000/api/users');
}
