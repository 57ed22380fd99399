import { ApiProperty } from '@nestjs/swagger';
import type { EventLog, LogEvent, LogObject, Relationship, TypeDefinition } from './event-log';

class TypeAttributeDto {
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ['string', 'integer', 'time'] })
  readonly type: TypeDefinition['attributes'][number]['type'];
}

class TypeDefinitionDto implements TypeDefinition {
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: [TypeAttributeDto] }) readonly attributes: readonly TypeAttributeDto[];
}

class RelationshipDto implements Relationship {
  @ApiProperty() readonly objectId: string;
  @ApiProperty() readonly qualifier: string;
}

class EventAttributeDto {
  @ApiProperty() readonly name: string;
  @ApiProperty() readonly value: string;
}

class ObjectAttributeDto extends EventAttributeDto {
  @ApiProperty({ format: 'date-time' }) readonly time: string;
}

class LogObjectDto implements LogObject {
  @ApiProperty() readonly id: string;
  @ApiProperty() readonly type: string;
  @ApiProperty({ type: [ObjectAttributeDto] }) readonly attributes: readonly ObjectAttributeDto[];
  @ApiProperty({ type: [RelationshipDto] }) readonly relationships: readonly RelationshipDto[];
}

class LogEventDto implements LogEvent {
  @ApiProperty() readonly id: string;
  @ApiProperty() readonly type: string;
  @ApiProperty({ format: 'date-time' }) readonly time: string;
  @ApiProperty({ type: [EventAttributeDto] }) readonly attributes: readonly EventAttributeDto[];
  @ApiProperty({ type: [RelationshipDto] }) readonly relationships: readonly RelationshipDto[];
}

/** OCEL 2.0 in JSON, as published at ocel-standard.org. */
export class EventLogDto implements EventLog {
  @ApiProperty({ type: [TypeDefinitionDto] }) readonly objectTypes: readonly TypeDefinitionDto[];
  @ApiProperty({ type: [TypeDefinitionDto] }) readonly eventTypes: readonly TypeDefinitionDto[];
  @ApiProperty({ type: [LogObjectDto] }) readonly objects: readonly LogObjectDto[];
  @ApiProperty({ type: [LogEventDto] }) readonly events: readonly LogEventDto[];
}
