"""alarms, how their pages went, when a session of the staff was last seen, and standstills beside the other assertions"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'alarms',
        sa.Column('id', sa.String(length=64), nullable=False),
        sa.Column('conversation_id', sa.String(length=64), nullable=False),
        sa.Column('raised_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('planned_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('ended_by', sa.String(length=200), nullable=True),
        sa.Column('how', sa.String(length=64), nullable=True),
        sa.Column('taken_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('taken_by', sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ['conversation_id'], ['conversations.id'], name=op.f('fk_alarms_conversation_id_conversations'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_alarms')),
    )
    # One alarm of a file runs at a time, whatever two processes do.
    op.create_index(
        'ix_alarms_running',
        'alarms',
        ['conversation_id'],
        unique=True,
        sqlite_where=sa.text('ended_at IS NULL'),
        postgresql_where=sa.text('ended_at IS NULL'),
    )
    op.create_index(op.f('ix_alarms_conversation_id'), 'alarms', ['conversation_id'])
    op.add_column('outbox', sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('outbox', sa.Column('outcome', sa.String(length=64), nullable=True))
    op.add_column('staff_sessions', sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True))
    kinds_are("'field', 'money', 'loss', 'signal', 'standstill'")


def kinds_are(kinds: str) -> None:
    """SQLite cannot change a constraint: the table is copied with the new one (a copy leaves the old one out), elsewhere it is replaced."""
    with op.batch_alter_table('assertions', schema=None) as batch_op:
        if op.get_bind().dialect.name != 'sqlite':
            batch_op.drop_constraint(op.f('ck_assertions_kind'), type_='check')
        batch_op.create_check_constraint(op.f('ck_assertions_kind'), f'kind IN ({kinds})')


def downgrade() -> None:
    op.execute("DELETE FROM assertions WHERE kind = 'standstill'")
    kinds_are("'field', 'money', 'loss', 'signal'")
    op.drop_column('staff_sessions', 'seen_at')
    op.drop_column('outbox', 'outcome')
    op.drop_column('outbox', 'closed_at')
    op.drop_index(op.f('ix_alarms_conversation_id'), table_name='alarms')
    op.drop_index(
        'ix_alarms_running',
        table_name='alarms',
        sqlite_where=sa.text('ended_at IS NULL'),
        postgresql_where=sa.text('ended_at IS NULL'),
    )
    op.drop_table('alarms')
