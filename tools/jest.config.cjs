module.exports = {
  displayName: 'tools',
  preset: '../jest.preset.cjs',
  testEnvironment: 'node',
  testPathIgnorePatterns: ['/rules/'],
};
