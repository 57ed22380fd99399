import { formatScenarioDeadline, formatScenarioTime } from './format-scenario-time';

describe('the time of a story', () => {
  it('has its year and hour, in the zone of the story', () => {
    expect(formatScenarioTime(Date.parse('2025-01-12T09:00Z'), 'Europe/Paris', 'fr')).toBe(
      '12 janvier 2025 à 10:00',
    );
    expect(formatScenarioTime(Date.parse('2025-01-01T09:00Z'), 'Europe/Paris', 'fr')).toBe(
      '1er janvier 2025 à 10:00',
    );
    expect(formatScenarioTime(Date.parse('2025-01-12T09:00Z'), 'Indian/Reunion', 'fr')).toBe(
      '12 janvier 2025 à 13:00',
    );
  });

  it('a deadline at midnight is the end of the day before', () => {
    expect(formatScenarioDeadline(Date.parse('2025-01-12T23:00Z'), 'Europe/Paris', 'fr')).toBe(
      '12 janvier 2025',
    );
    expect(formatScenarioDeadline(Date.parse('2025-01-12T22:59Z'), 'Europe/Paris', 'fr')).toBe(
      '12 janvier 2025 à 23:59',
    );
  });
});
