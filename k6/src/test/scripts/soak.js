import http from 'k6/http';

export let options = {
  stages: [
    { duration: '5m', target: 200 },
    { duration: '8h', target: 200 },  // 8 hours sustained
    { duration: '5m', target: 0 },
  ],
};

// Detects:
// - Memory leaks
// - Connection pool exhaustion
// - Gradual performance degradation

export default function () {
  http.get('http://localhost:8000/api/users');
}
