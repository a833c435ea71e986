import http from 'k6/http';

export let options = {
  stages: [
    { duration: '2m', target: 100 },
    { duration: '5m', target: 200 },
    { duration: '2m', target: 300 },
    { duration: '5m', target: 500 },   // Beyond capacity
    { duration: '10m', target: 1000 }, // Way beyond
    { duration: '3m', target: 0 },
  ],
};

// Identify:
// - System limits
// - Failure modes
// - Recovery behavior

export default function () {
  http.get('http://localhost:8000/api/users');
}
