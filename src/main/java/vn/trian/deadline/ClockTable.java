package vn.trian.deadline;

import org.springframework.data.jpa.repository.JpaRepository;

interface ClockTable extends JpaRepository<ClockEntity, String> {}
