from dataclasses import dataclass
from typing import Literal

@dataclass
class Location:
  phase: Literal[0, 1, 2]

  def export(self):
    return { "phase": self.phase }

def process(context):
  context.send_location(Location(0))
  context.send_duration(2.0)

  await am.shield(asyncio.to_thread(run_synchronous_action1))

  context.send_location(Location(1))
  context.send_duration(1.0)

  await context.checkpoint()
  await am.shield(asyncio.to_thread(run_synchronous_action2))

  context.send_location(Location(2))
