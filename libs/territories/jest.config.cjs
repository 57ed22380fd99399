module.exports = {
  displayName: 'territories',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
