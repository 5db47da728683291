package vn.trian.deadline;

import java.time.LocalDate;
import org.springframework.data.jpa.repository.JpaRepository;

interface HolidayTable extends JpaRepository<HolidayEntity, LocalDate> {}
